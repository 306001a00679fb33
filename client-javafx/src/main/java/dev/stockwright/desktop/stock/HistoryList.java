package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Words;
import java.time.InstantSource;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The movements of a [History], and below them how it goes on. A row is made once: a new movement
/// costs one row however many are shown.
final class HistoryList extends VBox {
  private final SiteTime time;
  private final InstantSource clock;
  private final VBox rows = new VBox();

  HistoryList(History history, SiteTime time, InstantSource clock, Runnable showOlder) {
    this.time = time;
    this.clock = clock;
    getChildren().addAll(rows, end(history, showOlder));
    history.lines().addListener((ListChangeListener<MovementLine>) this::follow);
    rows.getChildren().setAll(history.lines().stream().map(this::row).toList());
  }

  private void follow(ListChangeListener.Change<? extends MovementLine> change) {
    while (change.next()) {
      List<Node> shown = rows.getChildren();
      shown.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
      List<Node> added = change.getAddedSubList().stream().<Node>map(this::row).toList();
      shown.addAll(change.getFrom(), added);
    }
  }

  private Node row(MovementLine line) {
    Label who = Words.of(line.who(), "small", "muted", "essential");
    who.setWrapText(true);
    who.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(Words.of(line.what(), "essential"), who);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return StockDrawer.row(
        "movement-row",
        Words.firm(time.brief(line.at(), clock.instant()), "muted"),
        words,
        Words.firm(line.change(), "strong", "number", "essential"));
  }

  private static Node end(History history, Runnable showOlder) {
    Label said = Words.of("", "muted", "essential");
    Button older = new Button("Show older");
    older.getStyleClass().add("older");
    older.setAccessibleText("Show older movements");
    older.setOnAction(_ -> showOlder.run());
    HBox end = StockDrawer.row("place-row", said, older);
    end.setAlignment(Pos.CENTER_LEFT);
    Runnable say =
        () -> {
          String words = words(history);
          said.setText(words);
          said.setVisible(!words.isEmpty());
          said.setManaged(!words.isEmpty());
          boolean more = history.before().get() == History.Before.MORE;
          older.setVisible(more);
          older.setManaged(more);
          end.setVisible(more || !words.isEmpty());
          end.setManaged(end.isVisible());
        };
    history.before().subscribe(say);
    history.lines().addListener((ListChangeListener<MovementLine>) _ -> say.run());
    say.run();
    return end;
  }

  private static String words(History history) {
    boolean none = history.lines().isEmpty();
    return switch (history.before().get()) {
      case ASKING -> none ? "Asking the server" : "Asking the server for older ones";
      case MORE -> "";
      case NOTHING -> none ? "None yet" : "";
      case UNKNOWN -> none ? "Not known without the server" : "Older ones: the server knows them";
      case CUT -> "Only the last " + History.KEPT_MAX + " are shown";
    };
  }
}
