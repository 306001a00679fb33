package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.words.Language;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.harness.Phone;
import dev.stockwright.mobile.harness.RealCards;
import dev.stockwright.mobile.harness.Samples;
import dev.stockwright.mobile.harness.Spoken;
import dev.stockwright.mobile.look.Drawings;
import dev.stockwright.mobile.look.KeypadAsk;
import dev.stockwright.mobile.look.TextSize;
import dev.stockwright.mobile.look.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws every sample screen and every screen of the workflows, in three themes and three sizes,
/// into `target/pictures`, to be looked at:
/// `./mvnw -pl client-mobile -am test -Dtest=HandheldPictures -Dtest.excludedGroups=none
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("thorough")
class HandheldPictures {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final int[][] SIZES = {{320, 533}, {360, 720}, {1000, 700}};

  @TempDir private Path device;

  @Test
  void everyScreenInEveryThemeAndSize() throws Exception {
    Map<String, Shown> screens = new LinkedHashMap<>(Samples.all());
    screens.putAll(RealCards.all());
    screens.putAll(ShiftCards.all(device));
    int drawn = 0;
    for (int[] size : SIZES) {
      for (Theme theme : Theme.values()) {
        try (Phone phone = new Phone(size[0], size[1])) {
          phone.dress(theme, false);
          drawn +=
              draw(phone, screens, size[0] + "x" + size[1], theme.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    try (Phone phone = new Phone(360, 720)) {
      phone.dress(Theme.LIGHT, true);
      drawn += draw(phone, screens, "360x720", "glove");
    }
    assertEquals(10 * (screens.size() + 4), drawn);
    try (var files = Files.list(FOLDER)) {
      assertTrue(files.count() >= drawn);
    }
  }

  @Test
  void longWordsOnASmallScreen() {
    for (Language language : List.of(Language.GERMAN, Language.POLISH, Language.PSEUDO)) {
      try (Phone phone = new Phone(360, 640, language)) {
        RealCards.all()
            .forEach(
                (name, shown) -> {
                  phone.fresh(shown);
                  phone.window.picture(
                      FOLDER.resolve("360x640-" + name + "-" + language.tag() + ".png"));
                });
      }
    }
  }

  @Test
  void largeTexts() {
    large(360, 640, TextSize.LARGER);
    large(360, 640, TextSize.LARGEST);
    large(320, 533, TextSize.LARGEST);
  }

  private static void large(int width, int height, TextSize most) {
    try (Phone phone = new Phone(width, height)) {
      phone.text(most);
      RealCards.all()
          .forEach(
              (name, shown) -> {
                phone.fresh(shown);
                String file = width + "x" + height + "-" + name + "-" + most.styleClass() + ".png";
                phone.window.picture(FOLDER.resolve(file));
              });
    }
  }

  private static int draw(Phone phone, Map<String, Shown> screens, String size, String theme) {
    int drawn = 0;
    for (Map.Entry<String, Shown> screen : screens.entrySet()) {
      Headless.run(() -> phone.view.picture(drawing(screen.getKey())));
      phone.fresh(screen.getValue());
      phone.window.picture(FOLDER.resolve(size + "-" + screen.getKey() + "-" + theme + ".png"));
      drawn++;
    }
    phone.show(Samples.pick());
    Headless.run(phone.view::more);
    phone.window.picture(FOLDER.resolve(size + "-06-pick-more-" + theme + ".png"));
    Headless.run(() -> phone.view.openKeypad(ask()));
    Headless.run(() -> phone.view.digit('2'));
    Headless.run(() -> phone.view.digit('4'));
    phone.window.picture(FOLDER.resolve(size + "-10-keypad-" + theme + ".png"));
    phone.show(Objects.requireNonNull(screens.get("move-1-from")));
    Headless.run(phone.view::openText);
    "2408-17".chars().forEach(sign -> Headless.run(() -> phone.view.typed((char) sign)));
    phone.window.picture(FOLDER.resolve(size + "-10-text-digits-" + theme + ".png"));
    Headless.run(phone.window.find("page", Button.class)::fire);
    " torn box, wet".chars().forEach(sign -> Headless.run(() -> phone.view.typed((char) sign)));
    phone.window.picture(FOLDER.resolve(size + "-10-text-letters-" + theme + ".png"));
    return drawn + 4;
  }

  private static Optional<Region> drawing(String name) {
    return switch (name) {
      case "01-sign-in", "door-1-badge", "door-2-no-badge", "door-6-blocked", "door-7-covered" ->
          Optional.of(Drawings.badge());
      case "11a-offline-move" -> Optional.of(Drawings.move());
      default -> Optional.empty();
    };
  }

  private static KeypadAsk ask() {
    return new KeypadAsk(
        "Wood screw 4.5 × 50",
        Spoken.say("SC-0450 · 0 of 40 received"),
        Optional.of(Spoken.say("boxes")),
        OptionalLong.of(16),
        OptionalLong.of(40),
        OptionalLong.of(20),
        false);
  }
}
