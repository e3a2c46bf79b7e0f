package vn.bantin.snapshot;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * Makes the coded bytes of feeds; the same bytes again for the same effort, library and version.
 *
 * <p>Brotli is a native library, which takes some 15 ms to load. {@link #loadBrotli} does it when
 * the caller has that time; until then, and where it cannot be loaded, all goes on without brotli.
 */
final class Compressor {
  /*
   * Measured on 168 KB of Atom: gzip 4 takes 2.5 ms for 48.2 KB (6: 7.1 ms, 44.8 KB; 9: 8.9 ms,
   * 44.7 KB), brotli 4 takes 1.4 ms for 39.1 KB (9: 16 ms, 34.0 KB; 11: 154 ms, 32.1 KB).
   */
  private static final int FAST_GZIP = 4;
  private static final int BEST_GZIP = 9;
  private static final int FAST_BROTLI = 4;
  private static final int BEST_BROTLI = 11;

  private static final byte[] SAMPLE = {'a'};

  private final Observer observer;
  private boolean tried;
  private volatile boolean hasBrotli;

  Compressor(Observer observer) {
    this.observer = observer;
  }

  /** Loads brotli, the first time; says so if it cannot be. */
  synchronized void loadBrotli() {
    if (tried) {
      return;
    }
    tried = true;
    try {
      Brotli4jLoader.ensureAvailability();
      Encoder.compress(SAMPLE, Encoder.Parameters.create(FAST_BROTLI));
      hasBrotli = true;
    } catch (IOException | LinkageError e) {
      observer.observe(new Event.CodingUnavailable(Coding.BROTLI.token(), e));
    }
  }

  /** The bytes of a feed in every coding that there is. */
  Codings code(String version, Instant changedAt, byte[] bytes) {
    Representation identity = Representation.of(version, changedAt, Coding.IDENTITY, bytes);
    return code(identity, bytes, Effort.FAST);
  }

  /** The same bytes, coded as well as can be. */
  Codings improve(Codings fast) {
    byte[] bytes = new byte[fast.identity().length()];
    fast.identity().bytes().duplicate().get(bytes);
    return code(fast.identity(), bytes, Effort.BEST);
  }

  private Codings code(Representation identity, byte[] bytes, Effort effort) {
    String version = identity.validators().version();
    Instant changedAt = identity.validators().lastModified();
    byte[] brotli = hasBrotli ? brotli(bytes, effort) : null;
    return Codings.of(
        identity,
        Representation.of(version, changedAt, Coding.GZIP, gzip(bytes, effort)),
        brotli == null ? null : Representation.of(version, changedAt, Coding.BROTLI, brotli),
        effort);
  }

  static byte[] gzip(byte[] bytes, Effort effort) {
    int level =
        switch (effort) {
          case FAST -> FAST_GZIP;
          case BEST -> BEST_GZIP;
        };
    ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (OutputStream gzip = new Gzip(coded, level)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }

  private static byte[] brotli(byte[] bytes, Effort effort) {
    int quality =
        switch (effort) {
          case FAST -> FAST_BROTLI;
          case BEST -> BEST_BROTLI;
        };
    try {
      return Encoder.compress(bytes, Encoder.Parameters.create(quality));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gzip at a level of its own. */
  private static final class Gzip extends GZIPOutputStream {

    Gzip(OutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
