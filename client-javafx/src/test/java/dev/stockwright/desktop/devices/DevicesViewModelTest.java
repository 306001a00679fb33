package dev.stockwright.desktop.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.devices.wedge.LayoutCheck;
import dev.stockwright.devices.wedge.WedgeKey;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.harness.ManualDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {
  private final Asked asked = new Asked();
  private final ManualDelay delay = new ManualDelay();
  private final AtomicLong nanos = new AtomicLong();
  private final DevicesViewModel model =
      new DevicesViewModel(asked, delay, nanos::get, Spoken.english());

  @Test
  void theFirstDeviceIsChosenAndStaysSoWhenItsStateChanges() {
    Scanners.show(model);
    assertEquals(4, model.rows().size());
    DeviceRow lost = Scanners.row("scanner-1", "Scanner 1", "1", DeviceState.LOST, "Plug it in.");
    model.show(lost);
    assertEquals(Optional.of(lost), model.chosen().get());
    assertEquals(4, model.rows().size());
    model.moveSelection(1);
    assertEquals("scanner-2", model.chosen().get().orElseThrow().id());
    model.moveSelection(-9);
    assertEquals("scanner-1", model.chosen().get().orElseThrow().id());
  }

  @Test
  void theLastTwentyFramesOfEachDeviceAreKept() {
    for (int i = 0; i < 25; i++) {
      model.sent(
          "scanner-1",
          new FrameLine(Instant.EPOCH, FrameLine.Kind.SCAN, "", "code " + i, "Plain text"));
    }
    assertEquals(20, model.frames("scanner-1").size());
    assertEquals("code 24", model.frames("scanner-1").getFirst().text());
    assertEquals(List.of(), model.frames("scanner-2"));
  }

  @Test
  void fourCodesMakeAProfileThatIsUsed() {
    Scanners.show(model);
    model.setUp();
    assertEquals(List.of("try out scanner-1"), asked.lines());
    for (TestCode code : TestCode.values()) {
      assertEquals(code.content(), ask().symbol().content());
      send(code.content() + "\r");
    }
    WizardPage.Done done = assertInstanceOf(WizardPage.Done.class, page());
    assertEquals(Optional.empty(), done.refusal());
    assertTrue(done.summary().contains(new WizardPage.Setting("Ends with", "CR")));
    model.useProfile();
    assertEquals(
        List.of("try out scanner-1", "stop trying out scanner-1", "use scanner-1 ends [CR]"),
        asked.lines());
    assertFalse(model.isSettingUp());
    assertEquals("The new profile of Scanner 1 is in use.", model.news().get());
  }

  @Test
  void theWizardTicksByItselfAndStopsWhenItIsLeft() {
    Scanners.show(model);
    model.setUp();
    model.came("scanner-1", TestCode.LAYOUT.content() + "\r", nanos.get());
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    delay.pass(Duration.ofMillis(100));
    assertEquals(2, ask().number());
    assertTrue(model.escape());
    assertFalse(model.escape());
    delay.pass(Duration.ofMillis(100));
    assertEquals(List.of("try out scanner-1", "stop trying out scanner-1"), asked.lines());
  }

  @Test
  void anotherScannersCodesAreNotTheWizards() {
    Scanners.show(model);
    model.setUp();
    model.came("scanner-2", TestCode.LAYOUT.content() + "\r", nanos.get());
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    delay.pass(Duration.ofMillis(100));
    assertEquals(1, ask().number());
  }

  @Test
  void aSimulatedScannerHasNothingToSetUp() {
    Scanners.show(model);
    model.choose("simulated-scanner");
    model.setUp();
    assertFalse(model.isSettingUp());
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void aKeyboardWithAnotherLayoutDoesNotGetBeyondTheFirstCode() {
    keyboard();
    send(Scanners.french() + "\r");
    assertEquals(1, ask().number());
    assertEquals(List.of("keyboard_layout"), codes());
    assertTrue(ask().findings().getFirst().sentence().contains("French (AZERTY)"));
    model.skip();
    assertEquals(1, ask().number(), "it cannot be skipped");
    send(LayoutCheck.CODE.toUpperCase(java.util.Locale.ROOT) + "\r");
    assertEquals(List.of("one_case"), codes());
    send(LayoutCheck.CODE + "\r");
    assertEquals(2, ask().number());
    assertEquals(List.of("right"), codes());
  }

  @Test
  void lettersThatArriveChangedMakeNoProfile() {
    Scanners.show(model);
    model.setUp();
    send(TestCode.LAYOUT.content().toUpperCase(java.util.Locale.ROOT) + "\r");
    model.skip();
    model.skip();
    model.skip();
    WizardPage.Done done = assertInstanceOf(WizardPage.Done.class, page());
    assertTrue(done.refusal().isPresent());
    model.useProfile();
    assertTrue(model.isSettingUp(), "the profile is not used");
  }

  @Test
  void aLayoutThatTheWizardDoesNotKnowIsNamedAllTheSame() {
    keyboard();
    send(LayoutCheck.CODE + "\r");
    // A scanner set to German at a US keyboard.
    send("SWa1/&]yAzQmW09\r");
    assertTrue(codes().contains("keyboard_layout"), codes()::toString);
  }

  @Test
  void aGs1CodeWithoutItsSeparatorIsAFinding() {
    Scanners.show(model);
    model.setUp();
    model.skip();
    send("]C1010950110153000310SWa1217Zy\r");
    assertTrue(codes().contains("gs_dropped"), codes()::toString);
    model.restart();
    send("]C1010950110153000310ABC12317251231\r");
    assertTrue(codes().contains("separator_lost"), codes()::toString);
  }

  @Test
  void aKeyThatStandsForGsIsFoundAndNamed() {
    keyboard();
    send(LayoutCheck.CODE + "\r");
    send(TestCode.LAYOUT.content() + "\r");
    send(TestCode.GS1.content().replace("\u001d", WedgeKey.of("F8").inText()) + "\r");
    model.skip();
    model.skip();
    WizardPage.Done done = assertInstanceOf(WizardPage.Done.class, page());
    assertTrue(
        done.summary().contains(new WizardPage.Setting("Field separator", "the key F8 for GS")),
        done.summary()::toString);
    assertTrue(
        WedgeSettings.of(done.profile()).separatorKeys().contains(WedgeKey.of("F8")),
        done.profile()::toString);
    assertTrue(
        done.findings().stream().anyMatch(f -> f.sentence().contains("the key F8 for GS")),
        done.findings()::toString);
  }

  @Test
  void aScannerAsSlowAsPeopleIsAProblem() {
    keyboard();
    send(LayoutCheck.CODE + "\r");
    String slow = TestCode.LAYOUT.content();
    for (int i = 0; i < slow.length(); i++) {
      model.came("keyboard", slow.substring(i, i + 1), nanos.addAndGet(60_000_000));
    }
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    delay.pass(Duration.ofMillis(100));
    model.skip();
    model.skip();
    model.skip();
    WizardPage.Done done = assertInstanceOf(WizardPage.Done.class, page());
    assertEquals("as_slow_as_people", done.findings().getFirst().code());
  }

  @Test
  void everyCodeSkippedIsNothing() {
    Scanners.show(model);
    model.setUp();
    for (int i = 0; i < 4; i++) {
      model.skip();
    }
    assertInstanceOf(WizardPage.Nothing.class, page());
    model.restart();
    assertEquals(1, ask().number());
  }

  @Test
  void aPersonsEnterIsNoCode() {
    keyboard();
    send("\r");
    assertEquals("", ask().answer());
  }

  @Test
  void endlessBytesAreBounded() {
    Scanners.show(model);
    model.setUp();
    for (int i = 0; i < 100_000; i++) {
      model.came("scanner-1", "0123456789", nanos.addAndGet(1_000_000));
    }
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    delay.pass(Duration.ofMillis(100));
    assertEquals(1, ask().number());
    assertFalse(ask().answer().isEmpty());
  }

  private void keyboard() {
    Scanners.show(model);
    model.choose("keyboard");
    model.setUp();
  }

  private void send(String text) {
    String id = model.chosen().get().orElseThrow().id();
    for (int i = 0; i < text.length(); i++) {
      model.came(id, text.substring(i, i + 1), nanos.addAndGet(5_000_000));
    }
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    delay.pass(Duration.ofMillis(100));
  }

  private WizardPage page() {
    return model.wizard().get().orElseThrow().page().get();
  }

  private WizardPage.Ask ask() {
    return assertInstanceOf(WizardPage.Ask.class, page());
  }

  private List<String> codes() {
    return ask().findings().stream().map(WizardPage.Found::code).toList();
  }
}
