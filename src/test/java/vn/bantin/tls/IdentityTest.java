package vn.bantin.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentityTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ec.pem, ec.key, EC",
    "ec.pem, ec-sec1.key, EC",
    "rsa.pem, rsa.key, RSA",
    "rsa.pem, rsa-pkcs1.key, RSA",
    "ed.pem, ed.key, EdDSA",
  })
  void everyUsualFormOfAKeyIsRead(String certificate, String key, String algorithm) {
    Identity identity = read(Pems.put(folder, certificate, key));
    assertThat(identity.key().getAlgorithm()).isEqualTo(algorithm);
    assertThat(identity.chain()).containsExactly(Pems.certificate(certificate));
  }

  @ParameterizedTest
  @CsvSource({
    "ec.pem, ec2.key, is the key of another certificate, --tls-key",
    "ec.pem, rsa.key, holds no EC key, openssl pkey",
    "rsa.pem, ec-sec1.key, holds no RSA key, openssl pkey",
    "ec.pem, ec-locked.key, locked by a password, openssl pkey",
    "ec.pem, ec.pem, holds no private key, BEGIN PRIVATE KEY",
    "ec.key, ec.key, holds no certificate, BEGIN CERTIFICATE",
  })
  void whatCannotBeIsRefusedWithAHint(String certificate, String key, String what, String hint) {
    CertificateFiles files = Pems.put(folder, certificate, key);
    assertThatThrownBy(() -> read(files))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageStartingWith(folder.toString())
        .hasMessageContaining(what)
        .hasMessageContaining(hint);
  }

  @Test
  void bothMayStandInOneFile() throws IOException {
    String both = text("ec.key") + text("ec.pem");
    Path file = Files.writeString(folder.resolve("both.pem"), both);
    assertThat(read(new CertificateFiles(file, file)).subject()).isEqualTo("CN=ec.bantin.example");
  }

  @Test
  void theChainStaysInOrder() {
    CertificateFiles files = Pems.put(folder, "ec");
    Pems.replace(
        files.certificate(),
        (text("ec.pem") + text("rsa.pem")).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read(files).chain())
        .containsExactly(Pems.certificate("ec.pem"), Pems.certificate("rsa.pem"));
  }

  @Test
  void aDamagedCertificateIsNamed() {
    CertificateFiles files = Pems.put(folder, "ec");
    String damaged = text("ec.pem").replaceFirst("MII", "MIJ");
    Pems.replace(files.certificate(), damaged.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(files)).hasMessageContaining("holds a broken certificate");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    CertificateFiles files = Pems.files(folder);
    assertThatThrownBy(files::read)
        .hasMessage(files.certificate() + " does not exist (look at --tls-certificate)");
    Pems.put(folder, "ec");
    Files.delete(files.key());
    assertThatThrownBy(files::read).hasMessage(files.key() + " does not exist (look at --tls-key)");
    Files.createDirectory(files.key());
    assertThatThrownBy(files::read).hasMessageContaining("cannot be read");
  }

  @Test
  void aFileThatIsNoCertificateForItsSizeIsNotReadIn() throws IOException {
    CertificateFiles files = Pems.put(folder, "ec");
    Files.write(files.key(), new byte[2 << 20]);
    assertThatThrownBy(files::read).hasMessageContaining("too large");
  }

  @Test
  void itIsValidBetweenItsDates() {
    Identity identity = read(Pems.put(folder, "ec"));
    assertThat(identity.isValidAt(Instant.parse("2100-01-01T00:00:00Z"))).isTrue();
    assertThat(identity.isValidAt(Instant.parse("2020-01-01T00:00:00Z"))).isFalse();
    assertThat(identity.isValidAt(Instant.parse("2200-01-01T00:00:00Z"))).isFalse();
  }

  private static Identity read(CertificateFiles files) {
    return Identity.of(files, files.read());
  }

  private static String text(String name) {
    return new String(Pems.bytes(name), StandardCharsets.ISO_8859_1);
  }
}
