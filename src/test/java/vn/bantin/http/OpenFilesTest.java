package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenFilesTest {

  @Test
  void thereAreNoMoreThanTheSystemAllowsOpenFiles() {
    List<String> limits =
        List.of(
            "Limit                     Soft Limit           Hard Limit           Units     ",
            "Max processes             127235               127235               processes ",
            "Max open files            1024                 524288               files     ");
    assertThat(OpenFiles.connections(limits)).isEqualTo(1024 - OpenFiles.OTHERS);
    assertThat(OpenFiles.connections(List.of("Max open files  unlimited  unlimited  files")))
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(OpenFiles.connections()).isPositive();
  }
}
