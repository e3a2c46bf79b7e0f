package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who signs a page: its last short lines, when they hold nothing but names.
 *
 * @param authors names as they sign, in order
 * @param lines how many of the last paragraphs they take
 */
record Byline(List<String> authors, int lines) {

  private static final int MAX_LENGTH = 120;
  private static final int MAX_LINES = 3;

  private static final Pattern SEPARATOR = Pattern.compile("\\s*[–—,;&/-]\\s*|\\s+và\\s+");
  private static final String ROLE = "(?:bài|tin|ảnh|clip|video|phóng viên|thực hiện|tác giả)";
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|\\s*[–—,;-]\\s*)" + ROLE + "(?:\\s*(?:,|-|–|và|&|\\s)\\s*" + ROLE + ")*\\s*:\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}'’]*";
  private static final Pattern NAME = Pattern.compile(WORD + "(?: " + WORD + "){1,4}");
  private static final Pattern LABELLED_NAME = Pattern.compile(WORD + "(?: " + WORD + "){0,4}");
  private static final Pattern UNNAMED = Pattern.compile("PV|P\\.V|BBT");

  Byline {
    authors = List.copyOf(authors);
  }

  /** The byline of a page; without authors when nobody signs. The first paragraph never does. */
  static Byline of(List<String> paragraphs) {
    List<List<String>> found = new ArrayList<>();
    for (int i = paragraphs.size() - 1; i > 0 && found.size() < MAX_LINES; i--) {
      List<String> names = names(paragraphs.get(i));
      if (names.isEmpty()) {
        break;
      }
      found.addFirst(names);
    }
    Set<String> authors = new LinkedHashSet<>();
    found.forEach(authors::addAll);
    return new Byline(List.copyOf(authors), found.size());
  }

  private static List<String> names(String line) {
    if (line.length() > MAX_LENGTH) {
      return List.of();
    }
    String bare =
        line.startsWith("(") && line.endsWith(")") ? line.substring(1, line.length() - 1) : line;
    String unlabelled = LABEL.matcher(bare).replaceAll(";");
    Pattern form = unlabelled.equals(bare) ? NAME : LABELLED_NAME;
    List<String> names =
        SEPARATOR.splitAsStream(unlabelled).filter(name -> !name.isEmpty()).toList();
    for (String name : names) {
      if (!form.matcher(name).matches() && !UNNAMED.matcher(name).matches()) {
        return List.of();
      }
    }
    return names;
  }
}
