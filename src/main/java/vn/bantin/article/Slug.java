package vn.bantin.article;

import java.util.regex.Pattern;

/** A name made for addresses: lower-case ASCII letters and digits, hyphens between. */
public final class Slug {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Slug() {}

  /** Whether {@code text} is a slug of at most 100 characters. */
  public static boolean isValid(String text) {
    return text.length() <= 100 && FORM.matcher(text).matches();
  }

  /** The slug of a text: {@code Dân vận khéo} becomes {@code dan-van-kheo}; may be empty. */
  public static String of(String text) {
    return FoldedText.of(text).words().replace(' ', '-');
  }
}
