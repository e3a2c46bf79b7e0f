package vn.bantin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bantin.article.CleanText;
import vn.bantin.article.Words;

/**
 * A question: terms that an article must have, and others that it must not have.
 *
 * <p>{@code dân vận} asks for both words, {@code "dân vận khéo"} for the phrase, {@code -lũ} for
 * articles without the word, {@code author:mận} and {@code author:"lê thị mận"} for those of an
 * author. A word that is written without marks is found with any.
 *
 * @param text as it was typed, clean and on one line
 * @param terms at least one that is not excluded
 */
public record SearchQuery(String text, List<Term> terms) implements Asked {

  /** The most characters of a question. */
  public static final int MAX_LENGTH = 200;

  /** The most words of a question. */
  public static final int MAX_WORDS = 16;

  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>-)?(?<author>(?i:author):\\s*)?"
              + "(?:[\"“”„](?<phrase>[^\"“”„]*)[\"“”„]?|(?<word>[^\\s\"“”„]+)|(?=\\s|$))");

  /** Copies. */
  public SearchQuery {
    terms = List.copyOf(terms);
  }

  /** Reads what somebody has typed; nothing that can be typed is a mistake of form. */
  public static Asked read(String typed) {
    if (typed.length() > MAX_LENGTH) {
      return Unsearchable.TOO_LONG;
    }
    String text = CleanText.line(typed);
    List<Term> terms = terms(text);
    if (terms.isEmpty()) {
      return Unsearchable.EMPTY;
    }
    if (terms.stream().mapToInt(term -> term.words().count()).sum() > MAX_WORDS) {
      return Unsearchable.TOO_MANY_WORDS;
    }
    return terms.stream().allMatch(Term::excluded)
        ? Unsearchable.ONLY_EXCLUDED
        : new SearchQuery(text, terms);
  }

  /** Whether it is asked for words with their marks, so that those come first. */
  public boolean isMarked() {
    return terms.stream().anyMatch(term -> !term.excluded() && term.words().isMarked());
  }

  private static List<Term> terms(String text) {
    List<Term> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      String phrase = matcher.group("phrase");
      String word = matcher.group("word");
      Words words = Words.of(phrase != null ? phrase : word != null ? word : "");
      if (!words.isEmpty()) {
        Term.Field field = matcher.group("author") == null ? Term.Field.TEXT : Term.Field.AUTHOR;
        terms.add(new Term(words, field, matcher.group("not") != null));
      }
    }
    return terms;
  }
}
