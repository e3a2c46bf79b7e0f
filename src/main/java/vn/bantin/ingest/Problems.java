package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.bantin.yaml.Mistake;

/** Everything that is wrong in one file with front matter, for one rejection that names it all. */
final class Problems {

  /** The code of mistakes of different kinds, and of those of YAML itself. */
  static final String GENERAL = "front-matter";

  private record Problem(int line, String code, String message, String hint) {}

  private final List<Problem> problems = new ArrayList<>();

  void add(int line, String code, String message, String hint) {
    problems.add(new Problem(line, code, message, hint));
  }

  void add(int line, Rejection rejection) {
    add(line, rejection.code(), rejection.message(), rejection.hint());
  }

  void addAll(List<Mistake> mistakes) {
    mistakes.forEach(m -> add(m.line(), GENERAL, m.message(), m.hint()));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** One rejection for all of them, by line; its code is theirs when they share one. */
  Rejection rejection() {
    List<Problem> sorted =
        problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    List<String> codes = sorted.stream().map(Problem::code).distinct().toList();
    return new Rejection(
        codes.size() == 1 ? codes.getFirst() : GENERAL,
        sorted.stream()
            .map(p -> "line " + p.line + ": " + p.message)
            .collect(Collectors.joining("; ")),
        sorted.size() == 1
            ? sorted.getFirst().hint
            : sorted.stream()
                .map(p -> "line " + p.line + ": " + p.hint)
                .collect(Collectors.joining("; ")));
  }
}
