package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final TestHouse house = TestHouse.shared();

  @Test
  void aBadgeAndItsPinOpenASession() {
    Caller.Heard heard = badge("7001", TestHouse.PIN, "DESK-1");
    assertEquals(201, heard.status(), heard.body());
    assertEquals("ana", heard.text("user"));
    assertEquals("ana full", heard.text("name"));
    assertEquals("receiver", heard.text("role"));
    assertEquals("DESK-1", heard.text("device"));
    assertEquals(List.of("NORTH"), heard.json().get("warehouses"));
    assertEquals(
        house.clock().instant().plus(Duration.ofHours(10)).toString(), heard.text("expires_at"));
    assertEquals("no-store", heard.header("cache-control"));
    assertEquals(200, house.caller().get("/api/v1/warehouses", heard.text("token")).status());
  }

  @Test
  void onlyTheHashOfATokenIsStored() {
    String token = house.signIn("sam", Optional.empty());
    assertEquals(
        0,
        house
            .database()
            .reading()
            .fetchValue(
                "SELECT count(*)::int FROM session WHERE token_hash = convert_to(?, 'UTF8')",
                token));
    assertEquals(
        1,
        house
            .database()
            .reading()
            .fetchValue(
                "SELECT count(*)::int FROM session"
                    + " WHERE token_hash = sha256(convert_to(?, 'UTF8'))",
                token));
  }

  @Test
  void unknownUserAndWrongPasswordLookTheSame() {
    Caller.Heard unknown = password("nobody-of-that-name", "wrong-password", "D-1");
    Caller.Heard wrong = password("cora", "wrong-password", "D-1");
    assertEquals("401 sign_in_refused", unknown.status() + " " + unknown.code());
    assertEquals("401 sign_in_refused", wrong.status() + " " + wrong.code());
    assertEquals(unknown.text("detail"), wrong.text("detail"));
  }

  @Test
  void fiveWrongTriesLockThePairAndNotThePerson() {
    house.add(
        "lock", Role.WORKER, "NORTH", Optional.of(new NewPerson.Badge("7100", TestHouse.PIN)));
    assertEquals(201, badge("7100", TestHouse.PIN, "HH-2").status());
    for (int i = 1; i <= 4; i++) {
      assertEquals(401, badge("7100", "000000", "HH-1").status(), "try " + i);
    }
    assertEquals(429, badge("7100", "000000", "HH-1").status());
    Caller.Heard locked = badge("7100", TestHouse.PIN, "HH-1");
    assertEquals("429 sign_in_locked", locked.status() + " " + locked.code());
    assertEquals("900", locked.header("retry-after"));
    assertEquals(201, badge("7100", TestHouse.PIN, "HH-2").status());
    house.clock().advance(Duration.ofMinutes(15).plusSeconds(1));
    assertEquals(201, badge("7100", TestHouse.PIN, "HH-1").status());
  }

  @Test
  void triesSpreadOverNewDevicesLockTooButNotTheDevicesOfThePerson() {
    house.add(
        "spread", Role.WORKER, "NORTH", Optional.of(new NewPerson.Badge("7101", TestHouse.PIN)));
    assertEquals(201, badge("7101", TestHouse.PIN, "HOME").status());
    for (int i = 1; i <= 20; i++) {
      assertEquals(401, badge("7101", "000000", "GUESS-" + i).status(), "try " + i);
    }
    assertEquals(429, badge("7101", TestHouse.PIN, "GUESS-21").status());
    assertEquals(201, badge("7101", TestHouse.PIN, "HOME").status());
  }

  @Test
  void aSessionEndsWithItsTime() {
    String token = house.signIn("till", Optional.empty());
    assertEquals(200, house.caller().get("/api/v1/warehouses", token).status());
    house.clock().advance(Duration.ofHours(10).minusSeconds(1));
    assertEquals(200, house.caller().get("/api/v1/warehouses", token).status());
    house.clock().advance(Duration.ofSeconds(1));
    Caller.Heard ended = house.caller().get("/api/v1/warehouses", token);
    assertEquals("401 session_ended", ended.status() + " " + ended.code());
  }

  @Test
  void manyRequestsWithANewTokenAtOnceAreAllLetIn() throws Exception {
    String token = house.signIn("till", Optional.empty());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          Collections.nCopies(
              128, () -> house.caller().post("/api/v1/commands", token, "[7]").status());
      for (Future<Integer> status : threads.invokeAll(calls)) {
        assertEquals(200, status.get());
      }
    }
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    String token = house.signIn("till", Optional.empty());
    assertEquals(204, house.caller().delete("/api/v1/sessions/current", token).status());
    assertEquals(401, house.caller().get("/api/v1/warehouses", token).status());
  }

  @Test
  void aPersonWhoIsSwitchedOffIsOutWithinFiveSeconds() {
    house.add("gone", Role.WORKER, "NORTH", Optional.empty());
    String token = house.signIn("gone", Optional.empty());
    assertEquals(200, house.caller().get("/api/v1/warehouses", token).status());
    house.server().people().switchOff(new Operator("gone"));
    house.clock().advance(Duration.ofSeconds(5));
    assertEquals(401, house.caller().get("/api/v1/warehouses", token).status());
    assertEquals(401, password("gone", TestHouse.PASSWORD, "D-9").status());
  }

  @Test
  void whatIsNoSignInIsRefusedByItsField() {
    Map<String, String> bodies =
        Map.of(
            "{}",
            "missing_user",
            "{\"user\":\"ana\"}",
            "missing_password",
            "{\"badge\":\"7001\"}",
            "missing_pin",
            "{\"user\":1,\"password\":\"x\"}",
            "invalid_user",
            "{\"user\":\"a\\u0001b\",\"password\":\"x\"}",
            "invalid_user",
            "{\"user\":\"a\\u0000b\",\"password\":\"x\"}",
            "invalid_text",
            "{\"user\":\"" + "u".repeat(65) + "\",\"password\":\"x\"}",
            "invalid_user",
            "{\"user\":\"ana\",\"password\":\"x\",\"device\":\"a b\"}",
            "invalid_device",
            "[]",
            "invalid_json");
    bodies.forEach(
        (body, code) -> {
          Caller.Heard heard = house.caller().post("/api/v1/sessions", "", body);
          assertEquals("400 " + code, heard.status() + " " + heard.code(), body);
        });
  }

  @Test
  void noSecretIsInTheTables() {
    String dump =
        house.database().reading().fetch("SELECT * FROM operator").toString()
            + house.database().reading().fetch("SELECT * FROM sign_in_failure");
    assertFalse(dump.contains(TestHouse.PASSWORD));
    assertFalse(dump.contains(TestHouse.PIN));
    assertTrue(dump.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  private Caller.Heard badge(String badge, String pin, String device) {
    return house
        .caller()
        .post(
            "/api/v1/sessions",
            "",
            "{\"badge\":\"%s\",\"pin\":\"%s\",\"device\":\"%s\"}".formatted(badge, pin, device));
  }

  private Caller.Heard password(String user, String password, String device) {
    return house
        .caller()
        .post(
            "/api/v1/sessions",
            "",
            "{\"user\":\"%s\",\"password\":\"%s\",\"device\":\"%s\"}"
                .formatted(user, password, device));
  }
}
