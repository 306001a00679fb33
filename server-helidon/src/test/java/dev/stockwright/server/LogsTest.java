package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.stockwright.protocol.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest {
  private static final String CANARY = "canary-9f3b71-secret";

  @Test
  void noSecretReachesTheLog() {
    TestHouse house = TestHouse.shared();
    Lines lines = new Lines(true);
    Caller.Heard wrong =
        house
            .caller()
            .post(
                "/api/v1/sessions",
                "",
                "{\"user\":\"ana\",\"password\":\"" + CANARY + "\",\"device\":\"LOG-1\"}");
    assertEquals(401, wrong.status());
    String token = house.signIn("ana", Optional.of("LOG-1"));
    house.caller().get("/api/v1/products", token);
    house.caller().get("/api/v1/products", CANARY);
    house
        .desk()
        .answerWith(
            submission -> {
              throw new IllegalStateException("a bug");
            });
    Caller.Heard bug =
        house
            .caller()
            .write(
                "/api/v1/inventory/receive",
                token,
                CANARY,
                "{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"quantity\":1}");
    String logged = lines.stop();
    assertEquals("500 internal", bug.status() + " " + bug.code());
    assertFalse(bug.body().contains("a bug"), bug.body());
    assertTrue(logged.contains("a bug"), logged);
    assertTrue(logged.contains(bug.header("x-correlation-id")), logged);
    assertTrue(logged.contains("Sign-in refused"), logged);
    assertFalse(logged.contains(CANARY), logged);
    assertFalse(logged.contains(token), logged);
    assertFalse(logged.contains(TestHouse.PASSWORD), logged);
    logged.lines().forEach(line -> Wire.jsonb().type(Object.class).fromJson(line));
  }

  @Test
  void whatSendersBringCannotForgeALine() {
    for (boolean json : new boolean[] {true, false}) {
      Lines lines = new Lines(json);
      LoggerFactory.getLogger("dev.stockwright.test").warn("scan {}", "a\r\nFAKE \u001b[2J line");
      String logged = lines.stop();
      assertEquals(1, logged.lines().count(), logged);
      assertFalse(logged.contains("\u001b"), logged);
    }
  }

  /// What is logged between making and stopping.
  private static final class Lines {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Logger ours;
    private final OutputStreamAppender<ILoggingEvent> appender;

    Lines(boolean json) {
      LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
      ours = context.getLogger("dev.stockwright");
      ours.setLevel(Level.DEBUG);
      appender = Logs.to(out, context, json);
      ours.addAppender(appender);
    }

    String stop() {
      ours.detachAppender(appender);
      appender.stop();
      return out.toString(StandardCharsets.UTF_8);
    }
  }
}
