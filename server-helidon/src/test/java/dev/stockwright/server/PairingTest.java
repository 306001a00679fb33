package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.PairingCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Codes that bring devices to the server.
class PairingTest {
  private static final TestHouse HOUSE = TestHouse.shared();
  private static final String SERVER = "https://stock.example:8443";

  @BeforeAll
  static void people() {
    HOUSE.add("pair-sue", Role.SUPERVISOR, "NORTH", Optional.empty());
    HOUSE.add("pair-ana", Role.WORKER, "NORTH", Optional.empty());
  }

  private static Caller.Heard make(String user, String body) {
    return HOUSE.caller().post("/api/v1/pairings", HOUSE.token(user), body);
  }

  private static PairingCode made() {
    Caller.Heard heard =
        make("pair-sue", "{\"warehouse\":\"NORTH\",\"server\":\"" + SERVER + "\"}");
    assertEquals(201, heard.status(), heard::toString);
    return PairingCode.read(heard.text("code"));
  }

  private static Caller.Heard claim(String token, String device, String more) {
    return HOUSE
        .caller()
        .post(
            "/api/v1/pairings/claim",
            "",
            "{\"token\":\"" + token + "\",\"device\":\"" + device + "\"" + more + "}");
  }

  private static String refusal(Caller.Heard heard) {
    return heard.status() + " " + heard.code();
  }

  @Test
  void aCodeBringsOneDeviceToItsWarehouse() {
    PairingCode code = made();
    assertEquals(SERVER, code.server());
    assertEquals(
        HOUSE.clock().instant().plus(Duration.ofMinutes(10)).getEpochSecond(),
        code.expiresAt().getEpochSecond());
    Caller.Heard paired = claim(code.token(), "TC-01", ",\"warehouse\":\"NORTH\"");
    assertEquals(200, paired.status(), paired::toString);
    assertEquals("TC-01", paired.text("device"));
    assertEquals("NORTH", paired.text("warehouse"));
    assertEquals(HOUSE.clock().instant().toString(), paired.text("server_time"));
    assertEquals(200, claim(code.token(), "TC-01", "").status(), "the answer was lost");
  }

  @Test
  @DisplayName("H53 A used, expired, foreign or unknown code each has its own refusal")
  void eachRefusalIsItsOwn() {
    PairingCode used = made();
    claim(used.token(), "TC-01", "");
    assertEquals("409 pairing_used", refusal(claim(used.token(), "TC-02", "")));
    PairingCode foreign = made();
    assertEquals(
        "409 wrong_site", refusal(claim(foreign.token(), "TC-03", ",\"warehouse\":\"EAST\"")));
    assertEquals(200, claim(foreign.token(), "TC-03", "").status(), "it is still of use");
    PairingCode old = made();
    HOUSE.clock().advance(Duration.ofMinutes(10));
    assertEquals("410 pairing_expired", refusal(claim(old.token(), "TC-04", "")));
    assertEquals("404 pairing_unknown", refusal(claim("A".repeat(43), "TC-05", "")));
    assertEquals("400 invalid_token", refusal(claim("", "TC-05", "")));
  }

  @Test
  void whoGuessesIsLockedOutAsAtSignIn() {
    PairingCode right = made();
    for (int i = 0; i < 5; i++) {
      assertEquals("404 pairing_unknown", refusal(claim("B".repeat(43), "TC-GUESS", "")));
    }
    Caller.Heard locked = claim(right.token(), "TC-GUESS", "");
    assertEquals("429 pairing_locked", refusal(locked));
    assertTrue(Integer.parseInt(locked.header("retry-after")) > 0);
    assertEquals(200, claim(right.token(), "TC-OTHER", "").status(), "another device");
  }

  @Test
  void onlyWhoDecidesThereMakesCodes() {
    String north = "{\"warehouse\":\"NORTH\",\"server\":\"" + SERVER + "\"}";
    assertEquals("403 not_allowed", refusal(make("pair-ana", north)));
    assertEquals("403 not_allowed", refusal(make("pair-sue", north.replace("NORTH", "EAST"))));
    assertEquals(
        "400 invalid_pairing_code",
        refusal(make("pair-sue", "{\"warehouse\":\"NORTH\",\"server\":\"ftp://x\"}")));
    assertEquals(
        "400 invalid_pairing_code",
        refusal(
            make(
                "pair-sue",
                "{\"warehouse\":\"NORTH\",\"server\":\"https://x\",\"certificate\":\"ab\"}")));
  }
}
