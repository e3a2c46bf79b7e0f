package vn.bantin.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.bantin.article.Words;
import vn.bantin.search.SearchQuery;
import vn.bantin.search.Term;

/** A question in the language of FTS5. */
final class SearchMatch {

  private SearchMatch() {}

  /** What to look for, one after the other: words with their marks as typed, then with any. */
  static List<String> of(SearchQuery query) {
    String folded = included(query, false);
    String excluded =
        query.terms().stream()
            .filter(Term::excluded)
            .map(term -> match(term, term.words().isMarked()))
            .collect(Collectors.joining(" OR "));
    if (!query.isMarked()) {
      return List.of(without(folded, excluded));
    }
    String exact = included(query, true);
    String others =
        Stream.of(exact, excluded)
            .filter(m -> !m.isEmpty())
            .map(m -> "(" + m + ")")
            .collect(Collectors.joining(" OR "));
    List<String> matches = new ArrayList<>();
    matches.add(without(exact, excluded));
    matches.add(without(folded, others));
    return matches;
  }

  private static String without(String included, String excluded) {
    return excluded.isEmpty() ? included : "(" + included + ") NOT (" + excluded + ")";
  }

  private static String included(SearchQuery query, boolean marked) {
    return query.terms().stream()
        .filter(term -> !term.excluded())
        .map(term -> match(term, marked))
        .collect(Collectors.joining(" AND "));
  }

  // Words are letters and digits, so that nothing in them could end the string.
  private static String match(Term term, boolean marked) {
    Words words = term.words();
    String column =
        switch (term.field()) {
          case TEXT -> marked ? "marked" : "words";
          case AUTHOR -> marked ? "marked_authors" : "authors";
        };
    return column + " : \"" + (marked ? words.marked() : words.folded()) + "\"";
  }
}
