package dev.stockwright.desktop.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.stockwright.client.words.PairDevicePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a supervisor sees who pairs a handheld, and what the handheld reads of it.
class PairingPaneTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final PairingCode CODE =
      new PairingCode(
          "https://stock.example:8443",
          "k3Jx_-9ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij",
          Floor.NOW.plus(Duration.ofMinutes(10)),
          Optional.of("0123456789abcdef".repeat(4)));

  private final Asked asked = new Asked();
  private final ManualDelay delay = new ManualDelay();
  private final AtomicLong nanos = new AtomicLong();
  private final DevicesViewModel model =
      new DevicesViewModel(asked, delay, nanos::get, Spoken.english());
  private final Headless window =
      Headless.show(
          () -> {
            DevicesScreen screen =
                new DevicesScreen(model, new SiteTime(ZoneOffset.UTC), scan -> {});
            Scene scene = new Scene((Parent) screen.node(), 1000, 700);
            scene.setOnKeyPressed(event -> screen.key(event.getCode()));
            scene
                .getStylesheets()
                .add(
                    "data:text/css,.symbol-picture%7B-fx-background-color:white%7D"
                        + ".symbol-bars%7B-fx-fill:black%7D");
            return scene;
          },
          1000,
          700);

  private void shown(PairingCode code) {
    window.press(KeyCode.F9);
    Headless.run(() -> model.pairing().made(NORTH, code, Duration.ofMinutes(10)));
    window.settle();
  }

  private String text(String id) {
    return Headless.call(() -> window.find(id, Label.class).getText());
  }

  @Test
  @DisplayName("H53 The QR code on the desk says what the server has made, and in letters too")
  void theCodeOnTheScreenIsTheOneOfTheServer() throws Exception {
    shown(CODE);
    assertEquals(List.of("pair a handheld"), asked.lines());
    assertEquals(CODE, PairingCode.read(read()));
    assertEquals(CODE.text(), text("pairing-text"));
    assertEquals("Valid for 10:00", text("pairing-left"));
    assertFalse(Headless.call(() -> window.scene().lookup("#pairing-warning") != null));
  }

  /// Reads what is drawn, as a camera sees it.
  private String read() throws Exception {
    int[] size = new int[2];
    int[] pixels =
        Headless.call(
            () -> {
              WritableImage image = window.scene().lookup("#symbol").snapshot(null, null);
              size[0] = (int) image.getWidth();
              size[1] = (int) image.getHeight();
              int[] all = new int[size[0] * size[1]];
              image
                  .getPixelReader()
                  .getPixels(
                      0, 0, size[0], size[1], PixelFormat.getIntArgbInstance(), all, 0, size[0]);
              return all;
            });
    RGBLuminanceSource source = new RGBLuminanceSource(size[0], size[1], pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void aCodeThatIsOverGoesAndAKeyMakesANewOne() {
    shown(CODE);
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    Headless.run(() -> delay.pass(Duration.ofSeconds(1)));
    assertEquals("Valid for 8:59", text("pairing-left"));
    nanos.addAndGet(Duration.ofMinutes(9).toNanos());
    Headless.run(() -> delay.pass(Duration.ofSeconds(1)));
    assertInstanceOf(PairingPage.Over.class, model.pairing().page().get().orElseThrow());
    assertFalse(Headless.call(() -> window.scene().lookup("#symbol") != null));
    window.press(KeyCode.F5);
    assertEquals(List.of("pair a handheld", "pair a handheld"), asked.lines());
    window.press(KeyCode.ESCAPE);
    Headless.run(() -> model.pairing().made(NORTH, CODE, Duration.ofMinutes(10)));
    assertEquals(Optional.empty(), model.pairing().page().get(), "nobody wants it any more");
  }

  @Test
  void anAddressOfThisComputerIsWarnedOfAndARefusalIsSaid() {
    String own = "http://localhost:8080";
    shown(new PairingCode(own, CODE.token(), CODE.expiresAt(), Optional.empty()));
    assertTrue(text("pairing-warning").startsWith("This address works on this computer only."));
    window.press(KeyCode.F5);
    Headless.run(
        () ->
            model
                .pairing()
                .refused(
                    Text.of(PairDevicePhrase.SUPERVISOR_ONLY),
                    Text.of(PairDevicePhrase.SIGN_IN_AS_ONE)));
    window.settle();
    assertTrue(says("Only a supervisor makes pairing codes."));
  }

  private boolean says(String sentence) {
    return Headless.call(
        () ->
            window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label l && l.getText().equals(sentence)));
  }

  @AfterEach
  void close() {
    window.close();
  }
}
