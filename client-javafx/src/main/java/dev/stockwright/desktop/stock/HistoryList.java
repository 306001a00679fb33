package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
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
  private final Speech speech;
  private final Clock clock;
  private final VBox rows = new VBox();

  /// How times are said, and what time it is now.
  record Clock(SiteTime time, InstantSource now) {}

  HistoryList(History history, Speech speech, Clock clock, Runnable showOlder) {
    this.speech = speech;
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
    String where = line.warehouse().isEmpty() ? "" : line.warehouse() + " · ";
    Label who = Words.of(where + line.who(), "small", "muted", "essential");
    who.setWrapText(true);
    who.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(Words.of(line.what(), "essential"), who);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return StockDrawer.row(
        "movement-row",
        Words.firm(clock.time().brief(line.at(), clock.now().instant(), speech), "muted"),
        words,
        Words.firm(line.change(), "strong", "number", "essential"));
  }

  private Node end(History history, Runnable showOlder) {
    Label said = Words.wrap(Words.of("", "muted", "essential"));
    Button older = new Button();
    older.textProperty().bind(speech.of(StockPhrase.SHOW_OLDER));
    older.getStyleClass().add("older");
    older.accessibleTextProperty().bind(speech.of(StockPhrase.SHOW_OLDER_SPOKEN));
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
    speech.follow(say);
    return end;
  }

  private String say(boolean none, StockPhrase nothing, StockPhrase more) {
    return speech.say(none ? nothing : more);
  }

  private String words(History history) {
    boolean none = history.lines().isEmpty();
    return switch (history.before().get()) {
      case ASKING -> say(none, StockPhrase.ASKING, StockPhrase.ASKING_OLDER);
      case MORE -> "";
      case NOTHING -> none ? speech.say(StockPhrase.NO_MOVEMENTS) : "";
      case UNKNOWN -> say(none, StockPhrase.NOT_KNOWN, StockPhrase.SERVER_KNOWS_OLDER);
      case CUT -> speech.say(StockPhrase.ONLY_LAST, History.KEPT_MAX);
    };
  }
}
