package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.devices.wedge.LayoutCheck;
import dev.stockwright.fx.harness.Headless;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk with scanners at serial lines and at the keyboard, from their bytes to the screen of the
/// devices.
class DeskOfScannersTest {
  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void eachScannerIsHeardAtItsLane() throws IOException {
    assumeTrue(SerialGun.possible(), "socat is not installed");
    SerialGun first = gun("first");
    SerialGun second = gun("second");
    FloorApp app = desk("1=" + first.device(), "dock-2=" + second.device() + "@115200");
    await(() -> state(app, "scanner-1") == DeviceState.READY);
    await(() -> state(app, "scanner-dock-2") == DeviceState.READY);
    first.scan("4006381333931");
    second.scan("5901234123457");
    await(() -> frames(app, "scanner-1") == 1 && frames(app, "scanner-dock-2") == 1);
    assertEquals("]E04006381333931", on(() -> frame(app, "scanner-1").text()));
    assertEquals("GTIN 5901234123457 (ean 13)", on(() -> frame(app, "scanner-dock-2").meaning()));
    await(() -> row(app, "scanner-1").health().reads() == 1);
  }

  @Test
  @DisplayName("D4 An unplugged scanner is shown within 3 s and works when it is back")
  void anUnpluggedScannerIsShownWithinThreeSecondsAndHasAReason() throws IOException {
    assumeTrue(SerialGun.possible(), "socat is not installed");
    SerialGun gun = gun("loose");
    FloorApp app = desk(gun.device());
    await(() -> cell(app).equals("Scanner 1 ready"));
    long pulled = System.nanoTime();
    gun.close();
    await(
        () ->
            cell(app).equals("Scanner 1 not found") && state(app, "scanner-1") == DeviceState.LOST);
    Duration shown = Duration.ofNanos(System.nanoTime() - pulled);
    System.out.println("unplugged to shown: " + shown.toMillis() + " ms");
    assertTrue(shown.compareTo(Duration.ofSeconds(3)) < 0, shown::toString);
    assertFalse(on(() -> row(app, "scanner-1").health().reason()).isBlank());
    SerialGun back = gun("loose");
    await(() -> cell(app).equals("Scanner 1 ready"));
    back.scan("4006381333931");
    await(() -> frames(app, "scanner-1") == 1);
    await(() -> row(app, "scanner-1").health().reconnects() == 1);
  }

  @Test
  void theWizardFindsAProfileThatIsUsedAtOnceAndAtTheNextStart() throws IOException {
    assumeTrue(SerialGun.possible(), "socat is not installed");
    SerialGun gun = gun("tried");
    FloorApp app = desk(gun.device());
    await(() -> state(app, "scanner-1") == DeviceState.READY);
    Headless window = devices(app);
    window.press(KeyCode.F3);
    List<String> next =
        List.of("Scan code 2 of 4", "Scan code 3 of 4", "Scan code 4 of 4", "Use this profile?");
    int step = 0;
    for (TestCode code : TestCode.values()) {
      gun.send("~" + code.content() + "\r");
      String words = next.get(step++);
      await(() -> shows(window, words));
    }
    await(() -> frames(app, "scanner-1") >= 4);
    assertEquals(FrameLine.Kind.TRIED, on(() -> frame(app, "scanner-1").kind()));
    window.press(KeyCode.F12);
    await(() -> Files.exists(folder.resolve("scanners/1.scanner")));
    await(() -> row(app, "scanner-1").profile().orElseThrow().wrapping().prefix().equals("~"));
    await(() -> state(app, "scanner-1") == DeviceState.READY);
    long before = on(() -> frames(app, "scanner-1"));
    gun.send("~4006381333931\r");
    await(() -> frames(app, "scanner-1") > before);
    FrameLine taken = on(() -> frame(app, "scanner-1"));
    assertEquals(FrameLine.Kind.SCAN, taken.kind());
    assertEquals("~4006381333931", taken.text(), "the raw bytes are kept");
    assertEquals("GTIN 4006381333931", taken.meaning());
    app.close();
    FloorApp again = desk(gun.device());
    await(() -> row(again, "scanner-1").profile().orElseThrow().wrapping().prefix().equals("~"));
  }

  @Test
  void aScannerThatTypesIsSetUpAtTheKeyboard() throws IOException {
    FloorApp app = desk();
    Headless window = devices(app);
    Headless.run(() -> app.devices().choose("keyboard"));
    window.press(KeyCode.F3);
    window.type(LayoutCheck.CODE + "\n");
    await(() -> shows(window, "Scan code 2 of 5"));
    assertEquals(0L, on(() -> row(app, "keyboard").health().reads()), "nothing of it is a scan");
    int number = 3;
    for (TestCode code : List.of(TestCode.LAYOUT, TestCode.GS1, TestCode.EAN)) {
      window.type("~" + code.content() + "\n");
      String next = "Scan code " + number++ + " of 5";
      await(() -> shows(window, next));
    }
    window.press(KeyCode.F4);
    await(() -> shows(window, "Use this profile?"));
    window.press(KeyCode.F12);
    await(() -> Files.exists(folder.resolve("scanners/keyboard.scanner")));
    window.type("~SKU-1\n");
    await(() -> frames(app, "keyboard") == 1);
    assertEquals("~SKU-1", on(() -> frame(app, "keyboard").text()));
    await(() -> state(app, "keyboard") == DeviceState.READY);
    await(
        () ->
            app.shell().status().stream()
                .anyMatch(c -> c.words().equals("Keyboard scanner ready")));
  }

  @Test
  void whoLeavesTheScreenLeavesTheWizard() throws IOException {
    FloorApp app = desk();
    Headless window = devices(app);
    Headless.run(() -> app.devices().choose("keyboard"));
    window.press(KeyCode.F3);
    assertTrue(on(() -> app.devices().isSettingUp()));
    window.press(KeyCode.DIGIT1, "ctrl");
    assertFalse(on(() -> app.devices().isSettingUp()));
    window.type("SKU-1\n");
    await(() -> row(app, "keyboard").health().reads() == 1);
  }

  private SerialGun gun(String name) throws IOException {
    SerialGun gun = SerialGun.in(folder, name);
    open.add(gun);
    return gun;
  }

  private FloorApp desk(String... scanners) throws IOException {
    Headless.run(() -> {});
    FloorOptions plain = FloorOptions.of(URI.create("http://localhost:1"), folder);
    FloorApp app =
        FloorApp.open(
            new FloorOptions(
                plain.server(),
                plain.folder(),
                plain.device(),
                List.of(scanners),
                plain.baud(),
                false,
                plain.signInFile(),
                plain.warehouse()));
    open.add(app);
    return app;
  }

  private Headless devices(FloorApp app) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    Headless.run(
        () -> {
          app.shell().signedIn().set(true);
          app.shell().section().set(Section.DEVICES);
        });
    window.settle();
    return window;
  }

  private static boolean shows(Headless window, String words) {
    return !window
        .all(
            node ->
                node instanceof javafx.scene.control.Label label && label.getText().equals(words))
        .isEmpty();
  }

  private static String cell(FloorApp app) {
    return app.shell().status().stream()
        .filter(cell -> cell.id().equals("scanner-1"))
        .map(cell -> cell.words())
        .findFirst()
        .orElse("");
  }

  private static DeviceRow row(FloorApp app, String id) {
    return app.devices().rows().stream()
        .filter(row -> row.health().source().code().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static DeviceState state(FloorApp app, String id) {
    return row(app, id).health().state();
  }

  private static long frames(FloorApp app, String id) {
    return app.devices().frames(id).size();
  }

  private static FrameLine frame(FloorApp app, String id) {
    return app.devices().frames(id).getFirst();
  }

  private static <T> T on(Supplier<T> ask) {
    return Headless.call(ask::get);
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
