package vn.bantin.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a token allows. */
public enum Scope {
  /** To read every article in whatever state, and its history. */
  READ,
  /** To create, change and withdraw articles. */
  WRITE,
  /** To get feeds with what is embargoed and why articles were withdrawn, as partners do. */
  EMBARGO;

  /** The name used outside: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope with the given {@link #wireName()}; empty for none. */
  public static Optional<Scope> named(String name) {
    return Arrays.stream(values()).filter(scope -> scope.wireName().equals(name)).findFirst();
  }

  /** The names used outside, with commas between. */
  public static String wireNames() {
    return Arrays.stream(values()).map(Scope::wireName).collect(Collectors.joining(", "));
  }
}
