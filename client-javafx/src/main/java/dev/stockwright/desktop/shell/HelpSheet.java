package dev.stockwright.desktop.shell;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Every key of the screen, over it in the same scene, so that scans still arrive.
final class HelpSheet extends StackPane {
  private static final double NARROW = 560;
  private static final double WIDE = 920;

  /// More keys than this leave no room for those of everywhere below them.
  private static final int COLUMN_MAX = 12;

  private final GridPane keys = new GridPane();
  private final VBox sheet = new VBox();
  private final Button done = new Button("", Words.key("Esc"));

  private final Map<Section, Screen> screens;
  private final Speech words;

  HelpSheet(Map<Section, Screen> screens, Speech words, Runnable close) {
    this.screens = screens;
    this.words = words;
    setId("help");
    getStyleClass().add("help-ground");
    keys.setHgap(16);
    keys.setVgap(8);
    done.textProperty().bind(words.of(FramePhrase.CLOSE));
    done.setId("close-help");
    done.accessibleTextProperty().bind(words.keyed(FramePhrase.CLOSE_KEYS, "Esc"));
    done.setOnAction(_ -> close.run());
    HBox head = new HBox(Words.of(words.of(FramePhrase.KEYS), "title"), Words.space(), done);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(3)); // The ring of the focus lies around the button.
    sheet.getChildren().addAll(head, keys);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxSize(WIDE, Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
  }

  void takeFocus() {
    done.requestFocus();
  }

  void show(Screen screen) {
    keys.getChildren().clear();
    List<Screen.Shortcut> own = screen.shortcuts();
    int row = fill(screen.title().getValue(), own, 0, 0);
    List<Screen.Shortcut> everywhere =
        new ArrayList<>(
            List.of(
                new Screen.Shortcut("F1", words.say(FramePhrase.KEY_HELP)),
                sections(),
                new Screen.Shortcut("F6", words.say(FramePhrase.KEY_PANEL)),
                new Screen.Shortcut("Ctrl+L", words.say(FramePhrase.KEY_LOCK)),
                new Screen.Shortcut("Ctrl+Shift+L", words.say(FramePhrase.KEY_THEME)),
                new Screen.Shortcut("Ctrl + − 0", words.say(FramePhrase.KEY_ZOOM))));
    if (!screen.grips().isEmpty()) {
      everywhere.add(3, new Screen.Shortcut("Tab ← →", words.say(FramePhrase.KEY_PANE)));
    }
    boolean beside = own.size() > COLUMN_MAX;
    fill(words.say(FramePhrase.EVERYWHERE), everywhere, beside ? 2 : 0, beside ? 0 : row);
    sheet.setMaxWidth(beside ? WIDE : NARROW);
  }

  private Screen.Shortcut sections() {
    StringBuilder keys = new StringBuilder("Ctrl+");
    StringJoiner names = new StringJoiner(", ");
    for (Section section : Section.values()) {
      Optional.ofNullable(screens.get(section))
          .ifPresent(
              screen -> {
                keys.append(section.number()).append(' ');
                names.add(screen.inRail().getValue());
              });
    }
    return new Screen.Shortcut(keys.toString().strip(), names.toString());
  }

  private int fill(String title, List<Screen.Shortcut> shortcuts, int column, int from) {
    int row = from;
    Label head = Words.of(title, "medium", "muted");
    keys.add(head, column, row++, 2, 1);
    for (Screen.Shortcut shortcut : shortcuts) {
      keys.add(Words.key(shortcut.key()), column, row);
      keys.add(Words.wrap(Words.of(shortcut.does(), "essential")), column + 1, row++);
    }
    return row;
  }
}
