package dev.stockwright.desktop.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.Outcome;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.harness.ManualDelay;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceivingViewModelTest {
  private final Asked asked = new Asked();
  private final ManualDelay delay = new ManualDelay();
  private final ReceivingViewModel model =
      new ReceivingViewModel(asked, delay, asked, Spoken.english());

  @Test
  void aSecondReadIsATickAndIsSaidUntilTheNextFeedback() {
    model.say(Feedback.accept("Hammer", "", "+1"));
    model.sayReadTwice();
    assertTrue(model.readTwice().get());
    model.say(Feedback.accept("Hammer", "", "+1"));
    assertFalse(model.readTwice().get());
    assertEquals(List.of("tone ACCEPT", "tick", "tone ACCEPT"), asked.lines());
  }

  @Test
  void aTypedNumberGoesWithTheNextScanAndOnlyWithThat() {
    type("12");
    assertEquals("Scan to save 12", model.instruction().get().text());
    scan("4006381333931");
    scan("4006381333931");
    assertEquals(List.of("scanned 4006381333931 x12", "scanned 4006381333931"), asked.lines());
    assertEquals(0, model.multiplier().get());
  }

  @Test
  @DisplayName("X3 What to do is said in the language of who works here, at once")
  void whatToDoFollowsTheLanguage() {
    Speech words = Spoken.english();
    ReceivingViewModel desk = new ReceivingViewModel(asked, delay, asked, words);
    assertEquals("Scan a product", desk.instruction().get().text());
    words.speak(Spoken.wording(Language.GERMAN));
    assertEquals("Produkt scannen", desk.instruction().get().text());
  }

  @Test
  void escapeForgetsTheNumberAndNothingElse() {
    model.showLines(Goods.lines());
    model.receipt().set(Optional.of(Goods.header()));
    model.decision().set(Optional.of(Goods.unknownBarcode()));
    model.escape();
    assertTrue(model.decision().get().isPresent(), "the question must stay");
    model.decision().set(Optional.empty());
    type("12");
    model.escape();
    assertEquals(0, model.multiplier().get());
    assertEquals(7, model.lines().size());
    assertEquals(Optional.of(Goods.header()), model.receipt().get());
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void theKeysOneToThreeAnswerAQuestionAndOthersDoNot() {
    model.decision().set(Optional.of(Goods.unknownBarcode()));
    assertEquals(Instruction.Kind.DECIDE, model.instruction().get().kind());
    type("4");
    type("0");
    assertEquals(List.of(), asked.lines());
    type("2");
    assertEquals(List.of("decide blind"), asked.lines());
    assertEquals(0, model.multiplier().get(), "an answer is no quantity");
  }

  @Test
  void aScanWhileAQuestionIsOpenIsNotDropped() {
    model.decision().set(Optional.of(Goods.unknownBarcode()));
    scan("PO-2044");
    assertEquals(List.of("scanned PO-2044"), asked.lines());
  }

  @Test
  void enterSavesTheTypedNumberForTheChosenLine() {
    model.showLines(Goods.lines());
    assertFalse(model.enter(), "nothing typed, nothing saved");
    model.select("l5");
    type("30");
    assertTrue(model.enter());
    assertEquals(List.of("receive 30 of l5"), asked.lines());
    assertFalse(model.enter(), "once");
  }

  @Test
  void f4AsksForTheQuantity() {
    model.askQuantity();
    assertEquals("Type the quantity", model.instruction().get().text());
    type("7");
    model.erase();
    assertEquals(0, model.multiplier().get());
    model.escape();
    assertEquals("Scan a product", model.instruction().get().text());
  }

  @Test
  void aNumberAsLongAsABarcodeIsNotTakenAsAQuantity() {
    type("4006381333931");
    assertEquals(400_638, model.multiplier().get());
  }

  @Test
  void theFirstOpenLineIsChosenAndTheArrowsStopAtTheEnds() {
    model.showLines(Goods.lines());
    assertEquals(Optional.of("l3"), model.selected().get());
    model.moveSelection(-1);
    model.moveSelection(-1);
    model.moveSelection(-1);
    assertEquals(Optional.of("l1"), model.selected().get());
    model.moveSelection(99);
    assertEquals(Optional.of("l7"), model.selected().get());
  }

  @Test
  void aScanHereChoosesItsLineButAChangeFromElsewhereDoesNot() {
    model.showLines(Goods.lines());
    model.showLine(received("l5", 12), false);
    assertEquals(Optional.of("l3"), model.selected().get());
    model.showLine(received("l5", 24), true);
    assertEquals(Optional.of("l5"), model.selected().get());
    assertEquals(7, model.lines().size());
  }

  @Test
  void aChangeIsTintedForOneSecondAndASecondChangeBeginsAnew() {
    model.showLines(Goods.lines());
    LiveRow<ReceiptLine> row = model.lines().get(4);
    model.showLine(received("l5", 12), true);
    assertEquals(OptionalLong.of(0), before(row));
    delay.pass(Duration.ofMillis(600));
    model.showLine(received("l5", 24), true);
    delay.pass(Duration.ofMillis(600));
    assertEquals(OptionalLong.of(12), before(row));
    delay.pass(Duration.ofMillis(400));
    assertEquals(OptionalLong.empty(), before(row));
  }

  @Test
  void aScanGoesToTheLaneOfItsScannerAndOneThatTypesToTheLaneThatIsShown() {
    twoLanes();
    scan("A");
    scan("scanner-2", "B");
    model.nextLane();
    scan("C");
    scan("keyboard", "D");
    assertEquals(
        List.of("scanned A", "scanned B in lane 2", "lane 2", "scanned C", "scanned D in lane 2"),
        asked.lines());
  }

  @Test
  @DisplayName("D5 in two lanes: the typed number is for the lane that was shown when it was typed")
  void aTypedNumberStaysInItsLane() {
    twoLanes();
    type("12");
    scan("scanner-2", "B");
    assertEquals(12, model.multiplier().get(), "a scan of the other lane leaves it");
    model.nextLane();
    assertEquals(0, model.multiplier().get());
    type("5");
    scan("A");
    assertEquals(5, model.multiplier().get());
    scan("scanner-2", "C");
    assertEquals(
        List.of("scanned B in lane 2", "lane 2", "scanned A x12", "scanned C in lane 2 x5"),
        asked.lines());
    assertEquals(0, asked.typed(1));
    assertEquals(0, asked.typed(2));
  }

  @Test
  void eachLaneSaysWhatHappenedThere() {
    twoLanes();
    model.say(2, Feedback.accept("Tape", "", "+36"));
    assertTrue(model.feedback().get().isEmpty(), "lane 1 is shown");
    model.nextLane();
    assertEquals("+36", model.feedback().get().orElseThrow().value());
    model.sayReadTwice(1);
    assertFalse(model.readTwice().get());
  }

  @Test
  void theNextScanSaysWhichScannerWorksInTheLaneAndIsNoGoods() {
    model.askScanner();
    scan("A");
    twoLanes();
    model.nextLane();
    model.askScanner();
    assertEquals("Scan for lane 2", model.instruction().get().text());
    scan("B");
    model.askScanner();
    model.escape();
    scan("C");
    assertEquals(List.of("scanned A", "lane 2", "bind scanner-1 to 2", "scanned C"), asked.lines());
  }

  @Test
  void whatWasTypedBeforeACrashStandsInItsLane() {
    twoLanes();
    model.stillTyped(2, 12);
    assertEquals(0, model.multiplier().get());
    model.nextLane();
    assertEquals(12, model.multiplier().get());
  }

  private void twoLanes() {
    model.lanes().cards().setAll(Goods.lanes());
  }

  @Test
  void theSameWordsTwiceSoundTwice() {
    model.say(Feedback.accept("Folding rule 2 m", "", "+1"));
    model.say(Feedback.accept("Folding rule 2 m", "", "+1"));
    assertEquals(List.of("tone ACCEPT", "tone ACCEPT"), asked.lines());
  }

  @Test
  void theFeedKeepsTheLastTwentyAndMarksWhatWasSent() {
    for (int i = 1; i <= 23; i++) {
      model.showInFeed(Goods.entry(i, Outcome.ACCEPT, "Product " + i, "", "+1", "10:42", false));
    }
    assertEquals(ReceivingViewModel.FEED_MAX, model.feed().size());
    assertEquals("Product 23", model.feed().getFirst().what());
    model.markSent("f23");
    model.markSent("f1");
    assertEquals(FeedEntry.Sent.SENT, model.feed().getFirst().sent());
    assertEquals(20, model.feed().size());
  }

  private static ReceiptLine received(String key, long quantity) {
    ReceiptLine line =
        Goods.lines().stream().filter(l -> l.key().equals(key)).findFirst().orElseThrow();
    return new ReceiptLine(
        key,
        line.number(),
        line.product(),
        line.sku(),
        line.expected(),
        quantity,
        line.state(),
        line.note());
  }

  private static OptionalLong before(LiveRow<ReceiptLine> row) {
    Optional<ReceiptLine> before = row.before().get();
    return before.isPresent() ? OptionalLong.of(before.get().received()) : OptionalLong.empty();
  }

  private void type(String characters) {
    characters.chars().forEach(c -> model.typed((char) c));
  }

  private void scan(String text) {
    scan("scanner-1", text);
  }

  private void scan(String source, String text) {
    model.scan(Scan.ofText(text, new DeviceId(source), Instant.EPOCH));
  }
}
