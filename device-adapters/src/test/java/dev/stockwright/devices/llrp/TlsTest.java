package dev.stockwright.devices.llrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.vocabulary.DeviceId;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Readers with TLS. The certificates are made by keytool and carry a name that is not the
/// reader's.
@Timeout(60)
class TlsTest {
  private static final char[] SECRET = "not secret".toCharArray();

  @TempDir private static Path folder;
  private static SSLContext reader;

  private final HeardTags heard = new HeardTags();

  @BeforeAll
  static void makeCertificates() throws Exception {
    reader = context("reader");
    context("stranger");
  }

  private static SSLContext context(String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-keystore",
                file.toString(),
                "-storepass",
                new String(SECRET))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, SECRET);
    }
    Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(store.getCertificate(name).getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, SECRET);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private LlrpReader started(SimulatedReader simulated, Optional<Path> trusted) {
    LlrpReader client =
        new LlrpReader(
            ReaderSettings.of(new DeviceId("reader-1"), "127.0.0.1", simulated.port())
                .secured(new ReaderSettings.Tls(trusted)),
            InstantSource.system());
    client.start(heard);
    return client;
  }

  @Test
  void aCertificateInTheFileIsTrusted() throws Exception {
    try (SimulatedReader simulated =
            new SimulatedReader(ReaderModel.impinj(), 0, Optional.of(reader));
        LlrpReader client = started(simulated, Optional.of(folder.resolve("reader.pem")))) {
      heard.awaitState(DeviceState.READY);
      simulated.hear(1, "0123456789abcdef01234567", -50);
      heard.awaitSightings(1);
      assertEquals(DeviceState.READY, client.health().state());
    }
  }

  @Test
  void anotherOneIsNot() throws Exception {
    try (SimulatedReader simulated =
            new SimulatedReader(ReaderModel.impinj(), 0, Optional.of(reader));
        LlrpReader client = started(simulated, Optional.of(folder.resolve("stranger.pem")))) {
      String reason = heard.awaitState(DeviceState.LOST).reason();
      assertTrue(reason.startsWith("The secure connection to "), reason);
      assertEquals(0, client.health().reads());
    }
  }

  @Test
  void withoutAFileOnlyTheSystemsAuthoritiesAre() throws Exception {
    try (SimulatedReader simulated =
            new SimulatedReader(ReaderModel.impinj(), 0, Optional.of(reader));
        LlrpReader client = started(simulated, Optional.empty())) {
      String reason = heard.awaitState(DeviceState.LOST).reason();
      assertTrue(reason.contains("certificate is trusted"), reason);
      assertEquals(0, client.health().reads());
    }
  }

  @Test
  void aPlainReaderIsNamed() throws Exception {
    try (SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);
        LlrpReader client = started(simulated, Optional.of(folder.resolve("reader.pem")))) {
      String reason = heard.awaitState(DeviceState.LOST).reason();
      assertTrue(reason.contains("Check that the reader uses TLS"), reason);
      assertEquals(0, client.health().reads());
    }
  }
}
