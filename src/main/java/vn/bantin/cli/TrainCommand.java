package vn.bantin.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import vn.bantin.feed.Format;

/**
 * Does once what a server does all day, so that the virtual machine can learn it at packaging: it
 * runs {@code serve} beside itself and asks for feeds. What it does beside that is learned too, and
 * loaded at every start; so it does as little as it can.
 */
@Command(
    name = "train",
    hidden = true,
    description = "Starts, serves a throw-away newsroom to itself, and stops.")
final class TrainCommand implements Callable<Integer> {

  private static final String SITE =
      """
      title: Bantin
      description: Bantin
      home: https://bantin.example/
      language: vi
      zone: Asia/Ho_Chi_Minh
      authority: bantin.example,2026
      image: {url: https://bantin.example/a.png, width: 144, height: 144}
      categories:
        dan-van: Dân vận
      """;
  private static final String FEED =
      """
      # A feed
      title: Dân vận
      description: >
        Dân vận
      categories:
        include: [dan-van]
      words: [dân vận]
      ttl: 5m
      """;
  private static final String ARTICLE =
      """
      ---
      id: a
      title: Dân vận
      published: 2026-01-01T07:00:00+07:00
      authors: [Lê Thị Mận]
      categories: [dan-van]
      tags: [nông thôn]
      media:
        - url: https://bantin.example/a.jpg
          type: image/jpeg
          length: 1
      ---
      Dân **vận** [khéo](https://bantin.example/).
      """;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("bantin-train");
    try {
      Path samples = Files.createDirectory(folder.resolve("samples"));
      Files.writeString(folder.resolve("site.yaml"), SITE);
      Files.writeString(folder.resolve("dan-van.yaml"), FEED);
      Files.writeString(samples.resolve("a.md"), ARTICLE);
      URI server = serve(folder);
      for (Format format : Format.values()) {
        String target = "/feeds/dan-van." + format.extension();
        String tag = get(server, target, 200, "Accept-Encoding: gzip");
        get(server, target, 304, "If-None-Match: " + tag);
        get(server, target, 200, "Accept-Encoding: identity");
      }
      return ExitCode.DONE;
    } finally {
      delete(folder);
    }
  }

  /**
   * Starts the server, which the end of the process stops; returns its address when it is ready.
   */
  private static URI serve(Path folder) throws IOException {
    String[] arguments = {
      "serve",
      "--feeds",
      folder.toString(),
      "--data",
      folder.resolve("data").toString(),
      "--listen",
      "127.0.0.1:0",
      "--admin-listen",
      "127.0.0.1:0"
    };
    PipedWriter out = new PipedWriter();
    try (BufferedReader said = new BufferedReader(new PipedReader(out))) {
      PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      Thread.ofPlatform()
          .daemon()
          .start(() ->
              CommandLineInterface.commands(Map.of(), new PrintWriter(out, true), err, arguments)
                  .execute(arguments));
      String ready = said.readLine();
      if (ready == null) {
        throw new IOException("the server did not start");
      }
      int address = ready.indexOf("http://");
      return URI.create(ready.substring(address, ready.indexOf(' ', address)));
    }
  }

  /** Asks on a plain socket; returns the entity-tag. */
  private static String get(URI server, String target, int status, String header)
      throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (!answer.startsWith("HTTP/1.1 " + status)) {
        throw new IOException(target + " answered " + answer.lines().findFirst().orElse("nothing"));
      }
      int tag = answer.indexOf("ETag: ") + "ETag: ".length();
      return answer.substring(tag, answer.indexOf('\r', tag));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
