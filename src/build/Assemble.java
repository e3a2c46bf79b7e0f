import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * The last step of packaging: makes the folder of a release, which holds {@code lib/*.jar} already,
 * complete with its launcher and its AOT cache.
 */
final class Assemble {
  /*
   * The JVM takes a cache only with jars whose times are the ones it was made with. Copying a folder
   * changes times, so all jars carry one fixed time, which the launcher sets again.
   */
  private static final Instant JAR_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final String CACHE = "bantin.aot";
  private static final String CACHE_OUTPUT = " -XX:AOTCacheOutput=" + CACHE;

  /*
   * With profiles in the cache, the optimizing compiler begins at once and takes the one or two
   * processors of a small machine from the start itself, which then takes a tenth longer.
   */
  private static final String CLASSES_ALONE =
      "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining";

  private Assemble() {}

  public static void main(String[] args) throws Exception {
    var release = Path.of(args[0]).toAbsolutePath();
    var launcher = copyLauncher(Path.of(args[1]), release.resolve("bin"));
    var lib = release.resolve("lib");
    settleJars(lib);
    unpackSqlite(lib);
    unpackBrotli(lib);
    var home = System.getProperty("java.home");
    Files.writeString(lib.resolve("java-home"), home + "\n");
    Files.deleteIfExists(lib.resolve(CACHE));
    train(launcher, lib, home, release.resolveSibling("train.log"));
  }

  private static Path copyLauncher(Path source, Path bin) throws IOException {
    Files.createDirectories(bin);
    var launcher = bin.resolve(source.getFileName());
    Files.copy(source, launcher, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    return launcher;
  }

  /** Leaves exactly the jars that the main jar names: none of an older build stays behind. */
  private static void settleJars(Path lib) throws IOException {
    Set<String> named;
    try (var jar = new JarFile(lib.resolve("bantin.jar").toFile())) {
      named = Set.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
    }
    try (var jars = Files.newDirectoryStream(lib, "*.jar")) {
      for (var jar : jars) {
        var name = jar.getFileName().toString();
        if (named.contains(name) || name.equals("bantin.jar")) {
          Files.setLastModifiedTime(jar, FileTime.from(JAR_TIME));
        } else {
          Files.delete(jar);
        }
      }
    }
  }

  /**
   * Puts SQLite's own library beside the jars, where the launcher lets it be found: a start that
   * has to unpack it takes a tenth longer. Where there is none for this machine, the driver says
   * so.
   */
  private static void unpackSqlite(Path lib) throws Exception {
    var jar = jar(lib, "sqlite-jdbc-").toUri().toURL();
    try (var loader = new URLClassLoader(new URL[] {jar})) {
      var system = loader.loadClass("org.sqlite.util.OSInfo");
      var folder = system.getMethod("getNativeLibFolderPathForCurrentOS").invoke(null);
      var name = System.mapLibraryName("sqlitejdbc");
      try (var library = loader.getResourceAsStream("org/sqlite/native/" + folder + "/" + name)) {
        if (library != null) {
          Files.copy(library, lib.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Puts brotli's own library there as well; where there is none, it is looked for at run time. */
  private static void unpackBrotli(Path lib) throws IOException {
    var system = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux";
    var platform = system + "-" + System.getProperty("os.arch").replace("amd64", "x86_64");
    var name = System.mapLibraryName("brotli");
    try (var jars = Files.newDirectoryStream(lib, "native-" + platform + "-*.jar")) {
      for (var path : jars) {
        try (var jar = new JarFile(path.toFile());
            var library = jar.getInputStream(jar.getEntry("lib/" + platform + "/" + name))) {
          Files.copy(library, lib.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Path jar(Path lib, String prefix) throws IOException {
    try (var jars = Files.newDirectoryStream(lib, prefix + "*.jar")) {
      return jars.iterator().next();
    }
  }

  private static void train(Path launcher, Path lib, String home, Path log) throws Exception {
    var training = new ProcessBuilder(launcher.toString(), "train");
    // A relative name, because the options are split at spaces and the folder may contain some.
    training.directory(lib.toFile());
    training.environment().put("JAVA_HOME", home);
    training
        .environment()
        .put("BANTIN_JAVA_OPTS", "-Xlog:aot*=error:stderr " + CLASSES_ALONE + CACHE_OUTPUT);
    // The JVM that writes the cache says on standard error that it picked up its options.
    training.redirectInput(new File("/dev/null")).redirectErrorStream(true);
    training.redirectOutput(log.toFile());
    var process = training.start();
    var ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0 || !Files.exists(lib.resolve(CACHE))) {
      Files.deleteIfExists(lib.resolve(CACHE));
      System.err.print(Files.readString(log));
      System.err.println(
          "The training run of the AOT cache %s; the output above is %s"
              .formatted(ended ? "ended with " + process.exitValue() : "did not end", log));
      System.exit(1);
    }
  }
}
