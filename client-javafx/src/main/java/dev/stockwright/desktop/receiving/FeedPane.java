package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import java.util.StringJoiner;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The last scans, newest first, each with its outcome, its number and where its command is.
final class FeedPane extends VBox {
  private final ReceivingViewModel model;
  private final SiteTime time;
  private final VBox rows = new VBox();
  private final Label unsent = Words.firm("", "essential");

  FeedPane(ReceivingViewModel model, SiteTime time) {
    this.model = model;
    this.time = time;
    setId("feed");
    getStyleClass().add("feed");
    HBox head =
        new HBox(
            Words.wrap(Words.of(model.words().of(DockPhrase.SCAN_FEED), "essential")),
            Words.space(),
            unsent);
    head.getStyleClass().add("section-head");
    head.setAlignment(Pos.CENTER_LEFT);
    unsent.setId("feed-unsent");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.accessibleTextProperty().bind(model.words().of(DockPhrase.LAST_SCANS));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    model.feed().addListener((ListChangeListener<FeedEntry>) this::follow);
    rows.getChildren().setAll(model.feed().stream().map(this::row).toList());
    count();
    model.words().wording().subscribe(_ -> count());
  }

  /// Makes only the rows that are new: this runs in the pulse that shows what came of a scan.
  private void follow(ListChangeListener.Change<? extends FeedEntry> change) {
    while (change.next()) {
      List<Node> shown = rows.getChildren();
      shown.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
      shown.addAll(
          change.getFrom(), change.getAddedSubList().stream().<Node>map(this::row).toList());
    }
    count();
  }

  private void count() {
    long saved = model.feed().stream().filter(e -> e.sent() == FeedEntry.Sent.SAVED).count();
    Speech words = model.words();
    unsent.setText(
        model.feed().isEmpty()
            ? ""
            : saved == 0
                ? words.say(DockPhrase.ALL_SENT)
                : words.say(DockPhrase.SAVED_HERE, saved));
  }

  private HBox row(FeedEntry entry) {
    StackPane tile = new StackPane(new Glyph(entry.outcome().icon(), 16));
    tile.getStyleClass().addAll("outcome-tile", entry.outcome().styleClass());
    tile.setMaxSize(26, 26);
    VBox marks = new VBox(1, tile);
    marks.setAlignment(Pos.CENTER);
    entry.lane().ifPresent(lane -> marks.getChildren().add(plate(lane)));
    Label at = Words.firm(time.clock(entry.at()), "small", "muted", "essential");
    Label what = Words.of(entry.what(), "medium");
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox first = new HBox(6, what, Words.firm(entry.value(), "strong", "number", "essential"));
    Label how = Words.of(entry.how(), "small", "muted");
    how.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(how, Priority.ALWAYS);
    HBox second = new HBox(4, how, sent(entry), at);
    first.setAlignment(Pos.CENTER_LEFT);
    second.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(first, second);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(marks, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("feed-row");
    row.setAccessibleText(spoken(entry));
    return row;
  }

  private Label plate(Lane lane) {
    Label plate = Words.firm(lane.sign(), "lane-plate", "essential");
    plate.setAccessibleText(model.words().say(DockPhrase.OF_LANE, lane.sign()));
    return plate;
  }

  /// Where the command is, as a pictogram; the words stand at the head of the feed.
  private static Node sent(FeedEntry entry) {
    HBox mark = new HBox();
    mark.getStyleClass().add("muted");
    switch (entry.sent()) {
      case SENT -> mark.getChildren().add(new Glyph(Pictogram.CHECK, 16));
      case SAVED -> mark.getChildren().add(new Glyph(Pictogram.CLOUD_UPLOAD, 16));
      case NOTHING_TO_SEND -> {}
    }
    return mark;
  }

  private String spoken(FeedEntry entry) {
    StringJoiner spoken = new StringJoiner(", ");
    spoken.add(model.words().say(entry.outcome().word()));
    spoken.add(entry.what()).add(entry.how());
    if (!entry.value().isEmpty()) {
      spoken.add(entry.value());
    }
    spoken.add(time.clock(entry.at()));
    entry.lane().ifPresent(lane -> spoken.add(model.words().say(DockPhrase.OF_LANE, lane.sign())));
    switch (entry.sent()) {
      case SENT -> spoken.add(model.words().say(DockPhrase.SENT));
      case SAVED -> spoken.add(model.words().say(DockPhrase.SAVED));
      case NOTHING_TO_SEND -> {}
    }
    return spoken.toString();
  }
}
