package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.PairingLink.Claimed;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final URI SERVER = URI.create("https://stock.example:8443");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  private Pairing pairing(Claimed answer) {
    return new Pairing(
        new Pairing.Parts(
            folder, new DeviceId("TC-07"), Optional.of(NORTH), clock, code -> answer));
  }

  private PairingCode code() {
    return new PairingCode(
        SERVER.toString(),
        "k".repeat(43),
        clock.instant().plusSeconds(600),
        Optional.of("ab".repeat(32)));
  }

  private Claimed yes() {
    return new Claimed.Paired(NORTH, clock.instant());
  }

  private String said(Turn turn) {
    return new Wording(Language.ENGLISH, ZoneOffset.UTC, clock).say(turn.said().headline());
  }

  private Turn shown(Claimed answer) {
    return pairing(answer).scan(Samples.scan(code().text()));
  }

  @Test
  void aCodeIsKept() throws IOException {
    assertEquals(Optional.empty(), PairedServer.in(folder));
    Pairing pairing = pairing(yes());
    Turn turn = pairing.scan(Samples.scan(code().text()));
    assertEquals(Signal.DONE, turn.signal());
    assertEquals("Paired with NORTH.", said(turn));
    PairedServer kept = new PairedServer(SERVER, NORTH, Optional.of("ab".repeat(32)));
    assertEquals(Optional.of(kept), pairing.paired());
    assertEquals(Optional.of(kept), PairedServer.in(folder));
  }

  @Test
  @DisplayName("H53 An expired, used, foreign, unknown or badly certified code each says so")
  void eachRefusalIsItsOwn() throws IOException {
    Set<String> sentences = new HashSet<>();
    List<Claimed> answers =
        List.of(
            new Claimed.Refused("pairing_expired"),
            new Claimed.Refused("pairing_used"),
            new Claimed.Refused("pairing_unknown"),
            new Claimed.Refused("pairing_locked"),
            new Claimed.Refused("wrong_site"),
            new Claimed.Refused("something_new"),
            new Claimed.BadCertificate());
    for (Claimed answer : answers) {
      Turn turn = shown(answer);
      assertEquals(Signal.REJECT, turn.signal());
      sentences.add(said(turn));
    }
    assertEquals(answers.size(), sentences.size(), sentences::toString);
    assertTrue(sentences.contains("The pairing code is not for NORTH."), sentences::toString);
    assertEquals(Optional.empty(), PairedServer.in(folder));
  }

  @Test
  void whatIsNoCodeIsSaidWithoutAServer() {
    Pairing pairing =
        new Pairing(
            new Pairing.Parts(
                folder,
                new DeviceId("TC-07"),
                Optional.empty(),
                clock,
                code -> {
                  throw new AssertionError("nobody is asked");
                }));
    assertEquals("That is no pairing code.", said(pairing.scan(Samples.scan("5901234123457"))));
    assertEquals(
        "The pairing code is damaged.",
        said(pairing.scan(Samples.scan(code().text().replace("SW-PAIR1:", "SW-PAIR2:")))));
    assertEquals(
        "The pairing code is damaged.", said(pairing.scan(Samples.scan("SW-PAIR1:http://x k 1"))));
  }

  @Test
  void aServerThatIsAwayIsNotBlamedOnACodeUntilThatIsOver() {
    assertEquals("The server is not reached.", said(shown(new Claimed.Unreachable())));
    String text = code().text();
    clock.advance(Duration.ofMinutes(10));
    Turn late = pairing(new Claimed.Unreachable()).scan(Samples.scan(text));
    assertEquals("The pairing code is over.", said(late));
  }

  @Test
  void aWrongClockIsWarnedOf() throws IOException {
    Claimed behind = new Claimed.Paired(NORTH, clock.instant().minus(Duration.ofMinutes(7)));
    Pairing pairing = pairing(behind);
    Turn turn = pairing.scan(Samples.scan(code().text()));
    assertEquals(Signal.ATTENTION, turn.signal());
    assertEquals("The clock of this device is wrong.", said(turn));
    assertEquals(Optional.empty(), PairedServer.in(folder));
    assertTrue(pairing.card().question().isPresent());
    assertEquals(Signal.DONE, pairing.give(new Input.Press(Key.CONFIRM)).signal());
    assertTrue(PairedServer.in(folder).isPresent());
    Claimed nearly = new Claimed.Paired(NORTH, clock.instant().plus(Duration.ofMinutes(2)));
    assertEquals(Signal.DONE, shown(nearly).signal());
  }

  @Test
  void whoIsUnpairedBeginsAnew() throws IOException {
    shown(yes());
    Path store = Files.writeString(folder.resolve("device.db"), "stock of NORTH");
    PairedServer.forget(folder, store, "20261121");
    assertEquals(Optional.empty(), PairedServer.in(folder));
    assertFalse(Files.exists(store));
    assertTrue(Files.exists(folder.resolve("unpaired-20261121").resolve("device.db")));
  }
}
