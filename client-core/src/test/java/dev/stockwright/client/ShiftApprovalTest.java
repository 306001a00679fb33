package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The question to a supervisor while the server refuses what was done before it.
@NullUnmarked // fields are set before each test
class ShiftApprovalTest {
  @TempDir private Path folder;
  private SmallSite site;
  private ClientCore client;
  private Shift shift;
  private Shift.View seen;

  @BeforeEach
  void open() throws IOException {
    site = new SmallSite();
    client =
        ClientCore.open(
            new ClientSettings(
                folder.resolve("device.db"),
                Samples.DESK,
                site.address(),
                ZoneOffset.UTC,
                new ManualClock()),
            scan -> new Identified.PlainCode(scan.raw().text()));
    shift = client.shift(Optional.of(Samples.NORTH), Duration.ofMinutes(5), view -> seen = view);
    scan("SW-ANA");
    type("123456");
    Await.until("the places", () -> known("A-01") && known("B-02") && !product().isEmpty());
    Await.until("on line", () -> client.syncStatus().online());
  }

  @AfterEach
  void close() {
    client.close();
    site.close();
  }

  private boolean known(String place) {
    return client.catalogue().place(Samples.NORTH, new LocationCode(place)).isPresent();
  }

  private List<?> product() {
    return client.catalogue().byBarcode("09501101530003");
  }

  private Signal scan(String text) {
    return shift.scan(Samples.scan(text)).signal();
  }

  private Signal press(Key key) {
    return shift.give(new Input.Press(key)).signal();
  }

  private void type(String pin) {
    shift.give(new Input.Typed(pin));
    press(Key.OK);
  }

  private String instruction() {
    return client.wording().say(seen.card().prompt().instruction());
  }

  private List<Command> recorded() {
    return client.history(50).stream().map(entry -> entry.envelope().command()).toList();
  }

  /// Counts in a bin that a supervisor has allowed, and asks for the next one.
  private CountCommand.CountLine askedForAnotherBin() {
    shift.give(new Input.Point("COUNT"));
    assertEquals(Signal.ATTENTION, scan("A-01"));
    assertEquals(Signal.ATTENTION, press(Key.EXTRA_LINE));
    assertEquals("Supervisor's badge", instruction());
    scan("SW-SUE");
    type("777888");
    assertEquals("Scan what lies here", instruction());
    assertEquals(Signal.ACCEPT, scan("09501101530003"));
    assertEquals(Signal.ATTENTION, scan("B-02"));
    assertEquals(Signal.ATTENTION, press(Key.EXTRA_LINE));
    assertEquals("Supervisor's badge", instruction());
    return (CountCommand.CountLine) recorded().getFirst();
  }

  private void refused(Command command) {
    CommandId id = CommandId.timeOrdered(1, 2, 3);
    Envelope envelope =
        new Envelope(
            id,
            Samples.DESK,
            1,
            Optional.of(new Operator("ana")),
            Optional.empty(),
            Optional.empty(),
            false,
            command);
    shift.refused(
        envelope, new Answer.Refused(id, new Refusal.UnknownProduct(new Sku("HM-1")), "HM-1"));
  }

  @Test
  @DisplayName("H24 When the server refuses the work before, the question to a supervisor closes")
  void theQuestionClosesWithTheWorkThatItWasAskedFor() {
    CountCommand.CountLine line = askedForAnotherBin();
    List<Command> before = recorded();
    refused(line);
    assertEquals("The server refused a step of yours.", said());
    assertFalse(instruction().equals("Supervisor's badge"), instruction());
    scan("SW-SUE");
    type("777888");
    assertEquals(before, recorded(), "nobody is asked any more, so nothing is allowed");
  }

  @Test
  @DisplayName("H24 What is refused of other work leaves the question to a supervisor open")
  void theQuestionStaysWhenOtherWorkIsRefused() {
    askedForAnotherBin();
    refused(Samples.receive("HM-1", 1));
    assertEquals("The server refused a step of yours.", said());
    assertEquals("Supervisor's badge", instruction());
    scan("SW-SUE");
    type("777888");
    assertEquals("Scan what lies here", instruction());
    assertEquals(
        1,
        recorded().stream()
            .filter(
                command ->
                    command instanceof CountCommand.CloseBin close
                        && close.bin().equals(new LocationCode("A-01")))
            .count(),
        "and the bin before is closed once");
  }

  private String said() {
    return seen.said().map(turn -> client.wording().say(turn.said().headline())).orElse("");
  }
}
