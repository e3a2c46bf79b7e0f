package vn.bantin.feed;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Slug;

/**
 * Several feeds read as one.
 *
 * @param members 2 to {@value #MAX_FEEDS} feeds, by name
 */
public record Union(List<FeedDefinition> members) {

  /** The most feeds in a union. */
  public static final int MAX_FEEDS = 8;

  private static final String SIGN = "+";

  // A feed's own order among articles of one moment is that of its log, and the logs of two feeds
  // cannot be compared: here their ids decide, on every node alike.
  private static final Comparator<Article> NEWEST_FIRST =
      Comparator.comparing((Article article) -> article.published().toInstant())
          .thenComparing(article -> article.id().value())
          .reversed();

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if there are too few or too many, or not by name
   */
  public Union {
    members = List.copyOf(members);
    List<String> names = members.stream().map(FeedDefinition::name).toList();
    if (names.size() < 2 || names.size() > MAX_FEEDS || !names.equals(inOrder(names))) {
      throw new IllegalArgumentException("not the members of a union: " + names);
    }
  }

  /** Whether the name is of more than one feed. */
  public static boolean isNamedBy(String name) {
    return name.contains(SIGN);
  }

  /** The names that stand in the name of a union, in order, each once. */
  public static List<String> namesIn(String name) {
    return inOrder(List.of(name.split("[+]", -1)));
  }

  /** The name of these feeds together. */
  public static String name(List<String> names) {
    return String.join(SIGN, names);
  }

  /** The union of the given name; empty when there is none, or another name is the right one. */
  public static Optional<Union> of(String name, FeedCatalog catalog) {
    List<String> names = namesIn(name);
    if (names.size() < 2 || names.size() > MAX_FEEDS || !name(names).equals(name)) {
      return Optional.empty();
    }
    List<FeedDefinition> members =
        names.stream().map(catalog::feed).flatMap(Optional::stream).toList();
    return members.size() == names.size() ? Optional.of(new Union(members)) : Optional.empty();
  }

  /**
   * What the union is: it has the titles of all, and of all else what suits every member.
   *
   * @param site whose language it has when its members' are not the same
   */
  public FeedDefinition definition(Site site) {
    Set<String> languages =
        members.stream().map(FeedDefinition::language).collect(Collectors.toSet());
    return new FeedDefinition(
        name(members.stream().map(FeedDefinition::name).toList()),
        joined(FeedDefinition::title),
        joined(FeedDefinition::description),
        List.of(),
        List.of(),
        List.of(),
        limit(),
        content(),
        members.stream().map(FeedDefinition::ttl).min(Duration::compareTo).orElseThrow(),
        Duration.ZERO,
        languages.size() == 1 ? languages.iterator().next() : site.language(),
        null);
  }

  /**
   * The articles of all, newest first, each once, no more than the largest of the members' limits.
   *
   * @param articles those of each member
   */
  public List<Article> merge(Stream<List<Article>> articles) {
    Set<ArticleId> seen = new HashSet<>();
    return articles
        .flatMap(List::stream)
        .filter(article -> seen.add(article.id()))
        .sorted(NEWEST_FIRST)
        .limit(limit())
        .toList();
  }

  /** Whether the text is the name of a feed, or of feeds together. */
  static boolean isName(String text) {
    return Arrays.stream(text.split("[+]", -1)).allMatch(Slug::isValid);
  }

  private String joined(Function<FeedDefinition, String> text) {
    return members.stream().map(text).collect(Collectors.joining(" " + SIGN + " "));
  }

  private int limit() {
    return members.stream().mapToInt(FeedDefinition::limit).max().orElseThrow();
  }

  private Content content() {
    boolean full = members.stream().allMatch(member -> member.content() == Content.FULL);
    return full ? Content.FULL : Content.SUMMARY;
  }

  private static List<String> inOrder(List<String> names) {
    return names.stream().distinct().sorted().toList();
  }
}
