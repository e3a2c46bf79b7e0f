package vn.bantin.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The paragraph that the news begins with.
 *
 * @param index its place on the page
 * @param dateline how it begins
 * @param headline the title that stands above it; empty on most pages
 */
record Lead(int index, Dateline dateline, Optional<String> headline) {

  private static final int MAX_HEADLINES = 2;
  private static final int MAX_HEADLINE = 200;

  /** The lead of a page: its first paragraph, captions and headlines above it aside. */
  static Lead of(List<String> paragraphs) {
    List<Integer> candidates =
        IntStream.range(0, paragraphs.size())
            .filter(i -> !Caption.isCapitals(paragraphs.get(i)))
            .limit(MAX_HEADLINES + 1)
            .boxed()
            .toList();
    if (candidates.isEmpty()) {
      return new Lead(0, Dateline.of(paragraphs.getFirst()), Optional.empty());
    }
    int first = candidates.getFirst();
    for (int i : candidates) {
      Dateline dateline = Dateline.of(paragraphs.get(i));
      if (dateline.isOne()) {
        return new Lead(
            i, dateline, i == first ? Optional.empty() : Optional.of(paragraphs.get(first)));
      }
      if (!isHeadline(paragraphs.get(i))) {
        break;
      }
    }
    return new Lead(first, Dateline.of(paragraphs.get(first)), Optional.empty());
  }

  private static boolean isHeadline(String line) {
    return line.length() <= MAX_HEADLINE && ".!?…:;,".indexOf(line.charAt(line.length() - 1)) < 0;
  }
}
