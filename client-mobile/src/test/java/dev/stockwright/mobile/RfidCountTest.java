package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.rfid.LlrpTags;
import dev.stockwright.protocol.CountCommand.CountTags;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole handheld with a reader that is simulated on the wire.
class RfidCountTest {
  private static final String GTIN = "80614141123458";
  private static final int TAGS = 500;
  private static final int ROUNDS = 20;

  private static String epc(int serial) {
    return String.format(Locale.ROOT, "3074257bf7194e40%08x", serial);
  }

  private static String tags(HandheldInHand hand) {
    return Headless.call(
        () ->
            hand.app.seen().card().figures().stream()
                .findFirst()
                .map(Card.Figure::value)
                .map(hand.app.client().wording()::say)
                .orElse("0"));
  }

  private static String hint(HandheldInHand hand) {
    return Headless.call(
        () -> hand.app.seen().card().hint().map(hand.app.client().wording()::say).orElse(""));
  }

  private static void counting(HandheldInHand hand) {
    Product shirt = new Product(new Sku("SH-1"), "Shirt", "each", false, false);
    hand.app
        .client()
        .catalogue()
        .putProducts(
            2,
            List.of(
                new CodedProduct(shirt, List.of(new CodedProduct.Barcode(GTIN, PackLevel.EACH)))));
    Headless.run(() -> hand.app.given(new Input.Point("COUNT")));
    hand.scan("A-01"); // No scan overtakes what was pressed before it.
    hand.await("a question", () -> hand.heard.contains(Signal.ATTENTION));
    Headless.run(() -> hand.app.given(new Input.Press(Key.EXTRA_LINE)));
    hand.await("an open bin", () -> hand.instruction().equals("Scan what lies here"));
  }

  @Test
  @DisplayName("H34 500 tags read 20 times each are 500; a barcode of one does not make it 501")
  void tagsAndABarcode(@TempDir Path folder) throws InterruptedException {
    try (SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);
        HandheldInHand hand = HandheldInHand.open(folder, 3, "supervisor", 360, 720)) {
      ReaderSettings settings =
          ReaderSettings.of(new DeviceId("reader-1"), "127.0.0.1", simulated.port());
      Headless.run(() -> hand.app.use(new LlrpTags(settings, InstantSource.system())));
      counting(hand);
      hand.heard.clear();
      Headless.run(() -> hand.app.given(new Input.Point("RFID")));
      hand.await("reading is said", () -> hand.heard.equals(List.of(Signal.ACCEPT)));
      assertTrue(simulated.awaitReading(Duration.ofSeconds(20)));
      hand.heard.clear();
      hand.ticks.clear();
      long began = System.nanoTime();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < TAGS; i++) {
          assertTrue(simulated.hear(1, epc(i), -60));
        }
      }
      hand.await("500 tags", () -> tags(hand).equals("500"));
      long batches = 2 + Duration.ofNanos(System.nanoTime() - began).toMillis() / 500;
      assertTrue(hand.ticks.size() <= batches, hand.ticks.size() + " ticks in " + batches);
      assertEquals(List.of(), hand.heard, "no tone for a tag");
      hand.scan("]C101" + GTIN + "21417");
      hand.await("the barcode is refused", () -> hand.heard.contains(Signal.REJECT));
      hand.await("pass complete", () -> hint(hand).equals("Pass complete: 500 tags"));
      assertEquals("500", tags(hand));
      int told =
          hand.app.client().history(200).stream()
              .map(entry -> entry.envelope().command())
              .filter(CountTags.class::isInstance)
              .mapToInt(command -> ((CountTags) command).tags().size())
              .sum();
      assertEquals(TAGS, told);
      simulated.switchOff();
      hand.await("the loss", () -> hand.heard.contains(Signal.SYSTEM));
      hand.heard.clear();
      hand.scan("HM-1");
      hand.await("counting by scan", () -> hand.heard.contains(Signal.ACCEPT));
    }
  }
}
