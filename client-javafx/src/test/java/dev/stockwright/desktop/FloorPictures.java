package dev.stockwright.desktop;

import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.Theme;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;

/// Writes a picture of every screen into `target/pictures`: light and dark, in the smallest window
/// and in a common one, and the smallest one in German and in the pseudo language.
///
/// Run with `-Dglass.platform=Headless -Dprism.order=sw`; arguments, all to be left out: directory,
/// how the names begin of the screens that are wanted, and the sizes, such as `1000x700`.
public final class FloorPictures {
  private static final String SMALLEST = "1000x700";

  private FloorPictures() {}

  public static void main(String[] args) {
    Path directory = Path.of(args.length > 0 ? args[0] : "target/pictures");
    String only = args.length > 1 ? args[1] : "";
    List<String> sizes =
        args.length > 2 ? List.of(args).subList(2, args.length) : List.of(SMALLEST, "1366x768");
    for (String size : sizes) {
      for (Theme theme : Theme.values()) {
        pictures(directory.resolve(size), only, size, theme, Language.ENGLISH);
      }
    }
    for (Language language : List.of(Language.GERMAN, Language.POLISH, Language.PSEUDO)) {
      Path folder = directory.resolve(SMALLEST + "-" + language.tag());
      pictures(folder, only, SMALLEST, Theme.LIGHT, language);
    }
    Platform.exit();
  }

  private static void pictures(
      Path directory, String only, String size, Theme theme, Language language) {
    int by = size.indexOf('x');
    double width = Double.parseDouble(size.substring(0, by));
    double height = Double.parseDouble(size.substring(by + 1));
    String end = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    Pictures.screens()
        .forEach(
            (name, fill) -> {
              if (name.startsWith(only)) {
                Floor floor = floor(language);
                Headless window = Headless.show(floor::scene, width, height);
                Headless.run(() -> floor.look().choose(theme));
                window.settle();
                Headless.run(() -> fill.accept(floor));
                window.picture(directory.resolve(name + end));
                window.close();
              }
            });
  }

  /// A floor that speaks `language` from the start.
  public static Floor floor(Language language) {
    return Headless.call(
        () -> {
          Floor floor = new Floor(Goods.stockOf(1204), new ManualDelay());
          floor.speech.speak(Spoken.wording(language));
          return floor;
        });
  }
}
