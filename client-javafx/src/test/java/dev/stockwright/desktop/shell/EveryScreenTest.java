package dev.stockwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.Pictures;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold on every screen in the smallest window.
class EveryScreenTest {
  /// A usual window, and a screen of 3840x2160 that the system shows at 200 %.
  private static final List<List<Integer>> LARGER =
      List.of(List.of(1366, 768), List.of(1920, 1080));

  static Stream<String> names() {
    return Pictures.screens().keySet().stream();
  }

  /// Besides English each screen is laid out in one more language: the screens take turns.
  static Stream<Arguments> turns() {
    List<String> names = List.copyOf(Pictures.screens().keySet());
    List<Language> others =
        Stream.of(Language.values()).filter(each -> each != Language.ENGLISH).toList();
    return IntStream.range(0, names.size())
        .mapToObj(i -> Arguments.of(names.get(i), others.get(i % others.size())));
  }

  @ParameterizedTest
  @MethodSource("turns")
  @DisplayName("D13 Nothing important is cut in the smallest window, in English and in turn others")
  void nothingImportantIsCut(String name, Language other) {
    Floor floor = floor();
    Headless window = open(name, floor);
    List<String> cut = cut(floor, window, List.of(Language.ENGLISH, other));
    window.close();
    assertEquals(List.of(), cut);
  }

  @ParameterizedTest
  @MethodSource("names")
  @Tag("thorough")
  @DisplayName("D13 Nothing important is cut in any language, or in larger windows")
  void nothingImportantIsCutAnywhere(String name) {
    Floor floor = floor();
    Headless window = open(name, floor);
    List<String> cut = new ArrayList<>(cut(floor, window, List.of(Language.values())));
    Headless.run(() -> floor.speech.speak(Spoken.wording(Language.ENGLISH)));
    for (List<Integer> size : LARGER) {
      Headless.run(() -> window.scene().getRoot().resize(size.getFirst(), size.getLast()));
      lay(window);
      lay(window);
      cut(window, size.getFirst(), false).forEach(what -> cut.add(size + " " + what));
    }
    window.close();
    assertEquals(List.of(), cut);
  }

  /// In the smallest window.
  private static List<String> cut(Floor floor, Headless window, List<Language> languages) {
    List<String> cut = new ArrayList<>();
    for (Language language : languages) {
      Headless.run(() -> floor.speech.speak(Spoken.wording(language)));
      lay(window);
      cut(window, FloorWindow.MIN_WIDTH, language == Language.PSEUDO)
          .forEach(what -> cut.add(language + " " + what));
    }
    return cut;
  }

  /// Without waiting for the pulses in which it would happen by itself.
  private static void lay(Headless window) {
    Headless.run(
        () -> {
          for (int i = 0; i < 3; i++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
          }
        });
  }

  /// @param pseudo of places that are as wide as one word, and of rows of buttons, that one must
  /// only fit in languages that people speak
  private static List<String> cut(Headless window, double width, boolean pseudo) {
    // On the thread that lays out: a frame between two looks would mix what was with what is.
    return Headless.call(() -> cutNow(window, width, pseudo));
  }

  private static List<String> cutNow(Headless window, double width, boolean pseudo) {
    List<String> cut = new ArrayList<>();
    int looked = 0;
    for (Node node : window.all(EveryScreenTest::mustBeWhole)) {
      Labeled label = (Labeled) node;
      looked++;
      if (pseudo && isOneWordWide(label)) {
        continue;
      }
      String drawn = drawn(label);
      if (!drawn.equals(label.getText())) {
        cut.add("\"" + label.getText() + "\" drawn as \"" + drawn + "\"");
      }
      Bounds bounds = label.localToScene(label.getBoundsInLocal());
      if (bounds.getMaxX() > width + 0.5 || bounds.getMinX() < -0.5) {
        cut.add("\"" + label.getText() + "\" leaves the window at " + bounds);
      }
      over(label).ifPresent(cut::add);
      if (label instanceof ButtonBase && !pseudo) {
        above(label).ifPresent(cut::add);
      }
    }
    assertFalse(looked == 0, "no label was looked at");
    return cut;
  }

  /// What is wider than the place it stands in is cut there, or lies over its neighbour.
  private static Optional<String> over(Labeled label) {
    Bounds own = label.localToScene(label.getBoundsInLocal());
    for (Parent at = label.getParent(); at != null; at = at.getParent()) {
      Bounds place = at.localToScene(at.getLayoutBounds());
      if (own.getMaxX() > place.getMaxX() + 0.5) {
        return Optional.of("\"" + label.getText() + "\" is wider than " + at);
      }
    }
    return Optional.empty();
  }

  private static boolean inViewport(Parent node) {
    return node.getParent() != null && node.getParent().getStyleClass().contains("viewport");
  }

  /// The same from top to bottom, up to what scrolls.
  private static Optional<String> above(Labeled button) {
    Bounds own = button.localToScene(button.getLayoutBounds());
    for (Parent at = button.getParent(); at != null; at = at.getParent()) {
      if (inViewport(at) || at instanceof VirtualFlow<?>) {
        return Optional.empty();
      }
      Bounds place = at.localToScene(at.getLayoutBounds());
      if (own.getMinY() < place.getMinY() - 0.5 || own.getMaxY() > place.getMaxY() + 0.5) {
        return Optional.of("\"" + button.getText() + "\" is higher than " + at);
      }
    }
    return Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("D12, D15 Every control has a spoken name, every key on a button is in the sheet")
  void everyControlSaysWhatItIsAndTheSheetItsKey(String name) {
    Floor floor = floor();
    Headless window = open(name, floor);
    List<String> mute =
        window
            .all(
                node ->
                    node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof TableView<?>)
            .stream()
            .filter(node -> blank(node.getAccessibleText()))
            .map(Node::toString)
            .toList();
    List<String> keys =
        Headless.call(
            () ->
                window.all(ActionButton.class::isInstance).stream()
                    .map(button -> ((Label) ((ActionButton) button).getGraphic()).getText())
                    .toList());
    Headless.run(() -> floor.shell.help().set(true));
    window.settle();
    List<String> listed =
        window.all(node -> node.getStyleClass().contains("keycap") && inSheet(node)).stream()
            .map(node -> ((Label) node).getText())
            .toList();
    window.close();
    assertEquals(List.of(), mute);
    assertFalse(listed.isEmpty(), "the sheet was not looked at");
    assertEquals(
        List.of(),
        keys.stream().filter(key -> listed.stream().noneMatch(all -> named(all, key))).toList());
  }

  /// Several keys can stand together, such as `F3 F4`.
  private static boolean named(String all, String key) {
    return (" " + all + " ").contains(" " + key + " ");
  }

  private static boolean inSheet(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if ("help".equals(at.getId())) {
        return true;
      }
    }
    return false;
  }

  private static Floor floor() {
    return Headless.call(() -> new Floor(Goods.stockOf(1204), new ManualDelay()));
  }

  private static Headless open(String name, Floor floor) {
    Consumer<Floor> fill = Objects.requireNonNull(Pictures.screens().get(name));
    Headless window = Headless.show(floor::scene, 1000, 700);
    Headless.run(() -> fill.accept(floor));
    window.settle();
    return window;
  }

  private static boolean mustBeWhole(Node node) {
    if (!(node instanceof Labeled labeled) || blank(labeled.getText())) {
      return false;
    }
    return node.getStyleClass().contains("essential")
        || node instanceof TableCell<?, ?>
        || node instanceof ButtonBase
        || (node instanceof Label && node.getParent() instanceof TableColumnHeader);
  }

  private static boolean isOneWordWide(Labeled label) {
    return label.getParent() instanceof TableColumnHeader
        || label.getStyleClass().contains("rail-button")
        || label.getStyleClass().contains("device-count")
        || label.getStyleClass().contains("device-state");
  }

  private static String drawn(Labeled label) {
    return label.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(child -> ((Text) child).getText())
        .findFirst()
        .orElse("");
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
