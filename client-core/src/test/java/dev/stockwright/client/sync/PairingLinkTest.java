package dev.stockwright.client.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.stockwright.client.sync.PairingLink.Claimed;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairing codes shown to servers with certificates of their own making.
class PairingLinkTest {
  private static final DeviceId DEVICE = new DeviceId("TC-07");
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String PAIRED =
      "{\"device\":\"TC-07\",\"warehouse\":\"NORTH\",\"server_time\":\"2026-11-21T18:00:00Z\"}";

  @TempDir private Path folder;
  private final AtomicReference<String> asked = new AtomicReference<>("");

  private HttpServer serve(HttpServer server, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/api/v1/pairings/claim",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static PairingCode code(String scheme, HttpServer server, Optional<String> certificate) {
    return new PairingCode(
        scheme + "://127.0.0.1:" + server.getAddress().getPort(),
        "k".repeat(43),
        Instant.EPOCH,
        certificate);
  }

  private static Claimed claim(PairingCode code) {
    return new PairingLink().claim(code, DEVICE, Optional.of(NORTH));
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private KeyStore made() throws Exception {
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=elsewhere",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  @Test
  void onlyTheCertificateOfTheCodeIsTrusted() throws Exception {
    KeyStore keys = made();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(here(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    serve(server, 200, PAIRED);
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(keys.getCertificate("server").getEncoded());
      Claimed right = claim(code("https", server, Optional.of(HexFormat.of().formatHex(sha256))));
      assertEquals(new Claimed.Paired(NORTH, Instant.parse("2026-11-21T18:00:00Z")), right);
      asked.set("");
      sha256[31] ^= 1;
      assertEquals(
          new Claimed.BadCertificate(),
          claim(code("https", server, Optional.of(HexFormat.of().formatHex(sha256)))));
      assertEquals(
          new Claimed.BadCertificate(),
          claim(code("https", server, Optional.empty())),
          "no authority vouches for it");
      assertEquals("", asked.get(), "the token was shown to nobody");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatTheServerSaysIsHeard() throws Exception {
    HttpServer used = serve(HttpServer.create(here(), 0), 409, "{\"code\":\"pairing_used\"}");
    PairingCode code = code("http", used, Optional.empty());
    assertEquals(new Claimed.Refused("pairing_used"), claim(code));
    for (String part : new String[] {"\"" + "k".repeat(43) + "\"", "\"TC-07\"", "\"NORTH\""}) {
      assertEquals(true, Objects.requireNonNull(asked.get()).contains(part), asked::get);
    }
    used.stop(0);
    assertEquals(new Claimed.Unreachable(), claim(code));
    HttpServer other = serve(HttpServer.create(here(), 0), 200, "<html>");
    assertEquals(new Claimed.Unreachable(), claim(code("http", other, Optional.empty())));
    other.stop(0);
  }
}
