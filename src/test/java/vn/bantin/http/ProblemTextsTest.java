package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bantin.feed.Page;
import vn.bantin.page.PageWriter;

final class ProblemTextsTest {

  @Test
  void aPersonWhoReadsVietnameseIsToldInVietnamese() throws IllegalAccessException {
    List<Problem> problems = problems();
    assertThat(problems).hasSizeGreaterThan(30);
    for (Problem problem : problems) {
      byte[] page =
          new PageWriter()
              .problem(problem.status(), problem.code(), problem.title(), problem.hint(), Page.VI);
      assertThat(new String(page, StandardCharsets.UTF_8))
          .as(problem.code())
          .contains(problem.status() + " " + problem.code())
          .doesNotContain(problem.title())
          .doesNotContain(problem.hint());
    }
  }

  private static List<Problem> problems() throws IllegalAccessException {
    List<Problem> problems = new ArrayList<>();
    for (Field field : Problem.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == Problem.class) {
        field.setAccessible(true);
        problems.add((Problem) field.get(null));
      }
    }
    return problems;
  }
}
