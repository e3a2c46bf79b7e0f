package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A certificate that nobody signed, on the curve P-256, as most sites have today.
 *
 * @param file in PEM
 * @param key in PEM
 */
record Certificate(Path file, Path key) {

  /** Makes one in a folder. */
  static Certificate in(Path folder) throws IOException, InterruptedException {
    Certificate made =
        new Certificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    Children.run(
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-keyout",
            made.key.toString(),
            "-out",
            made.file.toString()));
    return made;
  }
}
