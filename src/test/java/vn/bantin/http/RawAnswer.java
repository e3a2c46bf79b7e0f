package vn.bantin.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * An answer as it came over the wire.
 *
 * @param statusLine the first line
 * @param headers the header lines, in order
 * @param body the bytes behind them, without transfer coding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawAnswer(String statusLine, List<String> headers, byte[] body) {

  /** The status code. */
  public int status() {
    return Integer.parseInt(statusLine.split(" ", 3)[1]);
  }

  /** The values of every line of a field, in order. */
  public List<String> all(String name) {
    String start = name + ": ";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  /** The value of a field that must be there once. */
  public String header(String name) {
    List<String> values = all(name);
    if (values.size() != 1) {
      throw new AssertionError(name + " is not there once: " + statusLine + " " + headers);
    }
    return values.getFirst();
  }

  /** The names of all fields, as they were written. */
  public List<String> names() {
    return headers.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body's bytes out of the coding that the answer names. */
  public byte[] decoded() {
    List<String> codings = all("Content-Encoding");
    return switch (codings.isEmpty() ? "identity" : String.join(", ", codings)) {
      case "identity" -> body;
      case "gzip" -> unzipped();
      case "br" -> unbrotlied();
      default -> throw new AssertionError("nobody asked for " + codings);
    };
  }

  private byte[] unbrotlied() {
    Brotli4jLoader.ensureAvailability();
    try {
      return Decoder.decompress(body, 0, body.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body's bytes out of gzip. */
  public byte[] unzipped() {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
