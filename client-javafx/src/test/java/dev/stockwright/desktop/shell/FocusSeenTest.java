package dev.stockwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.Pictures;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.look.Theme;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where the focus is can be seen, on every screen.
class FocusSeenTest {
  /// Between them they have every sort of control.
  private static final List<String> DIFFERENT =
      List.of(
          "03-password-refused",
          "10-receive-accept",
          "19-receive-two-lanes-decision",
          "21-stock-product",
          "28-stock-columns",
          "31-attention-discard",
          "50-devices",
          "56-wizard-done",
          "74-work-touch",
          "80-lists-tasks",
          "83-lists-approve",
          "86-attention-supervisor",
          "92-board-release",
          "92-board-order");

  @Test
  @DisplayName("D12 On every screen one sees which control has the focus, in light and dark")
  void theFocusIsSeenOnEveryScreen() {
    Map<Theme, Set<String>> looked = new EnumMap<>(Theme.class);
    List<String> unseen = new ArrayList<>();
    for (String name : DIFFERENT) {
      Floor floor = floor();
      Headless window = open(name, floor);
      for (Theme theme : Theme.values()) {
        Headless.run(() -> floor.look().choose(theme));
        new FocusRings(window, looked.computeIfAbsent(theme, _ -> new HashSet<>()))
            .unseen()
            .forEach(one -> unseen.add(name + " " + theme + ": " + one));
      }
      window.close();
    }
    looked.forEach((theme, kinds) -> assertTrue(kinds.size() > 40, theme + " " + kinds.size()));
    assertEquals(List.of(), unseen);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("thorough")
  @DisplayName("D12 The focus is seen on every single control of every screen")
  void theFocusIsSeenOnEveryControl(Theme theme) {
    List<String> unseen = new ArrayList<>();
    for (String name : Pictures.screens().keySet()) {
      Floor floor = floor();
      Headless window = open(name, floor);
      Headless.run(() -> floor.look().choose(theme));
      new FocusRings(window, new HashSet<>())
          .unseen()
          .forEach(one -> unseen.add(name + ": " + one));
      window.close();
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  @DisplayName("D12 A control that looks the same with the focus is found")
  void aControlWithoutARingIsFound() {
    Floor floor = floor();
    Headless window = open("10-receive-accept", floor);
    Button undo = window.find("undo", Button.class);
    double usual = Headless.call(() -> FocusRings.seen(undo));
    Headless.run(() -> undo.setStyle("-fx-background-color: white; -fx-background-insets: 0;"));
    double spoilt = Headless.call(() -> FocusRings.seen(undo));
    window.close();
    assertTrue(usual > 0.9, "with a ring " + usual);
    assertTrue(spoilt < 0.1, "without one " + spoilt);
  }

  private static Floor floor() {
    return Headless.call(() -> new Floor(Goods.stockOf(200), new ManualDelay()));
  }

  private static Headless open(String name, Floor floor) {
    Headless window = Headless.show(floor::scene, 1000, 700);
    Headless.run(() -> Objects.requireNonNull(Pictures.screens().get(name)).accept(floor));
    window.settle();
    return window;
  }
}
