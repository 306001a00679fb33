package dev.stockwright.desktop.scanning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.desktop.scanning.WedgeDetector.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WedgeDetectorTest {
  private final WedgeDetector detector = new WedgeDetector(WedgeDetector.Pace.USUAL);
  private final List<Input> inputs = new ArrayList<>();
  private long millis;

  @Test
  void aFastBurstEndedByEnterIsOneScan() {
    type("4006381333931", 5);
    enter(5);
    assertEquals(List.of(new Input.Scanned("4006381333931")), inputs);
  }

  @Test
  void aFastBurstEndedBySilenceIsOneScan() {
    type("PO-2041", 20);
    silence(80);
    assertEquals(List.of(new Input.Scanned("PO-2041")), inputs);
  }

  @Test
  void slowDigitsAreAPersonOneByOne() {
    type("12", 200);
    silence(80);
    assertEquals(List.of(new Input.Typed('1'), new Input.Typed('2')), inputs);
  }

  @Test
  void threeFastCharactersAreTooShortForAScan() {
    type("120", 5);
    enter(5);
    assertEquals(
        List.of(
            new Input.Typed('1'), new Input.Typed('2'), new Input.Typed('0'), new Input.Entered()),
        inputs);
  }

  @Test
  void enterAloneIsAPersons() {
    enter(0);
    assertEquals(List.of(new Input.Entered()), inputs);
  }

  @Test
  void theLineFeedAfterTheCarriageReturnOfAScanIsSwallowedOnce() {
    type("SKU-1", 5);
    enter(5);
    enter(5);
    enter(500);
    assertEquals(List.of(new Input.Scanned("SKU-1"), new Input.Entered()), inputs);
  }

  @Test
  void blanksBelongToTheScan() {
    type("LOT 7 A", 5);
    enter(5);
    assertEquals(List.of(new Input.Scanned("LOT 7 A")), inputs);
  }

  @Test
  void aTypedDigitBeforeAScanStaysAPersons() {
    type("1", 0);
    type("SKU-1", 5, 300);
    enter(5);
    assertEquals(List.of(new Input.Typed('1'), new Input.Scanned("SKU-1")), inputs);
  }

  @Test
  void aWholeScanInOneEventCounts() {
    inputs.addAll(detector.typed("4006381333931", nanos()));
    enter(1);
    assertEquals(List.of(new Input.Scanned("4006381333931")), inputs);
  }

  @Test
  void enterLongAfterTheCharactersDoesNotMakeThemAScan() {
    type("12345", 5);
    enter(200);
    assertEquals(6, inputs.size());
    assertEquals(new Input.Entered(), inputs.getLast());
  }

  private void type(String characters, int gapMillis) {
    type(characters, gapMillis, gapMillis);
  }

  private void type(String characters, int gapMillis, int firstGapMillis) {
    for (int i = 0; i < characters.length(); i++) {
      millis += i == 0 ? firstGapMillis : gapMillis;
      inputs.addAll(detector.typed(characters.substring(i, i + 1), nanos()));
    }
  }

  private void enter(int afterMillis) {
    millis += afterMillis;
    inputs.addAll(detector.entered(nanos()));
  }

  private void silence(int forMillis) {
    millis += forMillis;
    inputs.addAll(detector.silent(nanos()));
  }

  private long nanos() {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
