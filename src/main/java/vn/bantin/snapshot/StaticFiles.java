package vn.bantin.snapshot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.bantin.page.Asset;

/** The files that pages need, coded as well as can be when they are first asked for. */
public final class StaticFiles {

  private static final int HASH_BYTES = 9;

  private final Compressor compressor;
  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  StaticFiles(Compressor compressor) {
    this.compressor = compressor;
  }

  /** The file at a path, at once; empty when there is none, or it was not asked for before. */
  public Optional<StaticFile> ready(String path) {
    return Asset.at(path).map(asset -> files.get(asset.path()));
  }

  /** The file at a path; may take a tenth of a second; empty when there is none. */
  public Optional<StaticFile> get(String path) {
    return Asset.at(path).map(asset -> files.computeIfAbsent(asset.path(), _ -> code(asset)));
  }

  // Nobody is told when it last changed: that is when the server was installed.
  private StaticFile code(Asset asset) {
    compressor.loadBrotli();
    Codings fast =
        compressor.code(Hash.of(asset.bytes(), HASH_BYTES), Instant.EPOCH, asset.bytes());
    return new StaticFile(asset, compressor.improve(fast));
  }

  /**
   * A file with its bytes.
   *
   * @param asset what it is
   * @param codings its bytes
   */
  public record StaticFile(Asset asset, Codings codings) {}
}
