package dev.stockwright.desktop.shell;

import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
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
  private static final List<Screen.Shortcut> EVERYWHERE =
      List.of(
          new Screen.Shortcut("F1", "this sheet"),
          new Screen.Shortcut("F6", "next panel"),
          new Screen.Shortcut("Ctrl+L", "lock this desk"),
          new Screen.Shortcut("Ctrl+Shift+L", "light or dark"));

  private final GridPane keys = new GridPane();

  private final Screen.Shortcut sections;

  HelpSheet(Map<Section, Screen> screens, Runnable close) {
    sections = sections(screens);
    setId("help");
    getStyleClass().add("help-ground");
    keys.setHgap(16);
    keys.setVgap(8);
    Button done = new Button("Close", Words.key("Esc"));
    done.setId("close-help");
    done.setAccessibleText("Close the keys, key Escape");
    done.setOnAction(_ -> close.run());
    HBox head = new HBox(Words.of("Keys", "title"), Words.space(), done);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox sheet = new VBox(head, keys);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxSize(560, Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
  }

  void show(Screen screen) {
    keys.getChildren().clear();
    int row = fill(screen.title(), screen.shortcuts(), 0);
    List<Screen.Shortcut> everywhere = new ArrayList<>(EVERYWHERE);
    everywhere.add(1, sections);
    fill("Everywhere", everywhere, row);
  }

  private static Screen.Shortcut sections(Map<Section, Screen> screens) {
    StringBuilder keys = new StringBuilder("Ctrl+");
    StringJoiner names = new StringJoiner(", ");
    for (Section section : Section.values()) {
      Optional.ofNullable(screens.get(section))
          .ifPresent(
              screen -> {
                keys.append(section.number()).append(' ');
                names.add(screen.inRail());
              });
    }
    return new Screen.Shortcut(keys.toString().strip(), names.toString());
  }

  private int fill(String title, List<Screen.Shortcut> shortcuts, int from) {
    int row = from;
    Label head = Words.of(title, "medium", "muted");
    keys.add(head, 0, row++, 2, 1);
    for (Screen.Shortcut shortcut : shortcuts) {
      keys.add(Words.key(shortcut.key()), 0, row);
      keys.add(Words.of(shortcut.does(), "essential"), 1, row++);
    }
    return row;
  }
}
