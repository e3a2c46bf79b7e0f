package vn.bantin.newsroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small newsroom on disk to break in tests. */
final class NewsroomFiles {

  static final String SITE =
      """
      title: Đài Thử
      description: Một toà soạn để thử.
      home: https://thu.example
      language: vi
      zone: Asia/Ho_Chi_Minh
      authority: thu.example,2026
      categories:
        dan-van: Dân vận
        kinh-te: Kinh tế
      """;

  static final String FEED =
      """
      title: Dân vận
      description: Tin dân vận.
      categories:
        include: [dan-van]
      """;

  private NewsroomFiles() {}

  /** Makes the folder with {@code site.yaml} and {@code dan-van.yaml}. */
  static Path make(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("site.yaml"), SITE);
    Files.writeString(folder.resolve("dan-van.yaml"), FEED);
    return folder;
  }
}
