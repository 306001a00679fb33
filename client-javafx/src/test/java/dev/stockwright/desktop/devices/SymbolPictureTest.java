package dev.stockwright.desktop.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.devices.wedge.LayoutCheck;
import dev.stockwright.fx.harness.Headless;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands on the screen can be read by a scanner.
class SymbolPictureTest {
  private static final Speech SPEECH = Spoken.english();
  private static final SymbolOnScreen CALIBRATION =
      new SymbolOnScreen(SymbolOnScreen.Kind.CODE_128, LayoutCheck.CODE, "calibration");

  /// How EAN-13 writes the digits: modules of space, bar, space, bar at the left of its middle.
  private static final List<String> EAN_DIGITS =
      List.of("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112");

  @TempDir private Path folder;

  @Test
  void barsAreWholeModulesWithTheirQuietZone() {
    for (SymbolOnScreen shown :
        List.of(
            CALIBRATION,
            SymbolOnScreen.of(TestCode.LAYOUT, SPEECH),
            SymbolOnScreen.of(TestCode.GS1, SPEECH))) {
      List<Integer> runs = runs(shown);
      int quiet = runs.removeFirst();
      runs.removeLast();
      assertTrue(quiet >= 20, "ten modules of quiet zone: " + quiet);
      assertTrue(runs.stream().allMatch(run -> run % 2 == 0 && run <= 8), runs::toString);
      int modules = runs.stream().mapToInt(Integer::intValue).sum() / 2;
      assertEquals(2, modules % 11, "characters of 11 modules, and a stop of 13: " + modules);
    }
  }

  @Test
  void theEanSaysItsDigits() {
    List<Integer> runs = runs(SymbolOnScreen.of(TestCode.EAN, SPEECH));
    runs.removeFirst();
    runs.removeLast();
    StringBuilder digits = new StringBuilder();
    for (int digit = 0; digit < 12; digit++) {
      int from = 3 + digit * 4 + (digit >= 6 ? 5 : 0);
      StringBuilder widths = new StringBuilder();
      runs.subList(from, from + 4).forEach(run -> widths.append(run / 3));
      int plain = EAN_DIGITS.indexOf(widths.toString());
      digits.append(plain >= 0 ? plain : EAN_DIGITS.indexOf(widths.reverse().toString()));
    }
    assertEquals(TestCode.EAN.content().substring(1), digits.toString());
  }

  @Test
  void anIndependentReaderReadsThemAll() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zbarimg")), "zbarimg is not installed");
    assertEquals(LayoutCheck.CODE, read(CALIBRATION));
    for (TestCode code : TestCode.values()) {
      assertEquals(code.content(), read(SymbolOnScreen.of(code, SPEECH)), code.name());
    }
  }

  private String read(SymbolOnScreen shown) throws IOException, InterruptedException {
    Path file = folder.resolve("symbol.png");
    Headless window = window(shown);
    window.picture(file);
    window.close();
    Process zbar =
        new ProcessBuilder("/usr/bin/zbarimg", "--raw", "-q", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    zbar.waitFor();
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Headless window(SymbolOnScreen shown) {
    return Headless.show(
        () -> {
          Scene scene = new Scene(new StackPane(new SymbolPicture(shown, SPEECH)), 900, 400);
          scene
              .getStylesheets()
              .add(
                  "data:text/css,.symbol-picture%7B-fx-background-color:white;-fx-padding:20%7D"
                      + ".symbol-bars%7B-fx-fill:black%7D");
          return scene;
        },
        900,
        400);
  }

  /// The widths of white and black along the middle of the bars, white first and last.
  private static List<Integer> runs(SymbolOnScreen shown) {
    Headless window = window(shown);
    List<Integer> runs =
        Headless.call(
            () -> {
              SymbolPicture picture = (SymbolPicture) window.scene().lookup("#symbol");
              PixelReader pixels = picture.snapshot(null, null).getPixelReader();
              int width = (int) picture.getWidth();
              List<Integer> found = new ArrayList<>();
              int run = 0;
              boolean black = false;
              for (int x = 0; x < width; x++) {
                boolean now = pixels.getColor(x, 50).getBrightness() < 0.5;
                if (now != black) {
                  found.add(run);
                  run = 0;
                  black = now;
                }
                run++;
              }
              found.add(run);
              return found;
            });
    window.close();
    return runs;
  }
}
