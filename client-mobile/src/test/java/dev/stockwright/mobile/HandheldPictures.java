package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.harness.English;
import dev.stockwright.mobile.harness.Phone;
import dev.stockwright.mobile.harness.Samples;
import dev.stockwright.mobile.look.Drawings;
import dev.stockwright.mobile.look.KeypadAsk;
import dev.stockwright.mobile.look.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Draws every sample screen in three themes and three sizes into `target/pictures`, to be looked
/// at: `./mvnw -pl client-mobile -am test -Dtest=HandheldPictures -Dtest.excludedGroups=none
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("thorough")
class HandheldPictures {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final int[][] SIZES = {{320, 533}, {360, 720}, {1000, 700}};

  @Test
  void everyScreenInEveryThemeAndSize() throws Exception {
    int drawn = 0;
    for (int[] size : SIZES) {
      for (Theme theme : Theme.values()) {
        try (Phone phone = new Phone(size[0], size[1])) {
          phone.dress(theme, false);
          drawn += draw(phone, size[0] + "x" + size[1], theme.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    try (Phone phone = new Phone(360, 720)) {
      phone.dress(Theme.LIGHT, true);
      drawn += draw(phone, "360x720", "glove");
    }
    assertEquals(10 * (Samples.all().size() + 2), drawn);
    try (var files = Files.list(FOLDER)) {
      assertTrue(files.count() >= drawn);
    }
  }

  private static int draw(Phone phone, String size, String theme) {
    int drawn = 0;
    for (Map.Entry<String, Shown> sample : Samples.all().entrySet()) {
      Headless.run(() -> phone.view.picture(drawing(sample.getKey())));
      phone.show(sample.getValue());
      phone.window.picture(FOLDER.resolve(size + "-" + sample.getKey() + "-" + theme + ".png"));
      drawn++;
    }
    phone.show(Samples.pick());
    Headless.run(phone.view::more);
    phone.window.picture(FOLDER.resolve(size + "-06-pick-more-" + theme + ".png"));
    Headless.run(() -> phone.view.openKeypad(ask()));
    Headless.run(() -> phone.view.digit('2'));
    Headless.run(() -> phone.view.digit('4'));
    phone.window.picture(FOLDER.resolve(size + "-10-keypad-" + theme + ".png"));
    return drawn + 2;
  }

  private static Optional<Region> drawing(String name) {
    return switch (name) {
      case "01-sign-in" -> Optional.of(Drawings.badge());
      case "11a-offline-move" -> Optional.of(Drawings.move());
      default -> Optional.empty();
    };
  }

  private static KeypadAsk ask() {
    return new KeypadAsk(
        "Wood screw 4.5 × 50",
        English.say("SC-0450 · 0 of 40 received"),
        Optional.of(English.say("boxes")),
        OptionalLong.of(16),
        OptionalLong.of(40),
        OptionalLong.of(20),
        false);
  }
}
