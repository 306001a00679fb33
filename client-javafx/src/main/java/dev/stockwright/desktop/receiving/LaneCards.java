package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lanes of a desk with two scanners, each with its receipt and a feedback strip of its own;
/// the one whose lines are shown is framed. Shows nothing at a desk with one lane.
final class LaneCards extends HBox {
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

  /// Below this width there is room for one number.
  private static final double NARROW = 300;

  private final ReceivingViewModel model;

  LaneCards(ReceivingViewModel model) {
    this.model = model;
    setId("lanes");
    getStyleClass().add("lanes");
    for (int lane = 1; lane <= DockLanes.MAX; lane++) {
      LaneButton card = new LaneButton(lane);
      HBox.setHgrow(card, Priority.ALWAYS);
      getChildren().add(card);
    }
    visibleProperty().bind(model.lanes().sideBySide());
    managedProperty().bind(model.lanes().sideBySide());
  }

  /// One card: what is received there above, what happened there last below.
  private final class LaneButton extends Button {
    private final int lane;
    private final Label document = Words.wrap(Words.of("", "strong", "essential"));
    private final Label party = Words.of("", "small", "muted");
    private final Label count = Words.firm("", "strong", "number", "essential");
    private final Label linesDone = Words.firm("", "small", "muted", "essential");
    private final HBox strip = new HBox(10);
    private String outcomeClass = "idle";

    LaneButton(int lane) {
      this.lane = lane;
      setId("lane-" + lane);
      getStyleClass().setAll("lane-card");
      Label plate = Words.firm(Integer.toString(lane), "lane-sign", "essential");
      HBox first = new HBox(6, document, Words.space(), count);
      HBox second = new HBox(6, party, Words.space(), linesDone);
      VBox words = new VBox(first, second);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox head = new HBox(10, plate, words);
      head.setAlignment(Pos.CENTER_LEFT);
      head.getStyleClass().add("lane-head");
      strip.setAlignment(Pos.CENTER_LEFT);
      strip.getStyleClass().addAll("lane-strip", outcomeClass);
      VBox card = new VBox(head, strip);
      card.setMinWidth(0);
      setGraphic(card);
      setMinWidth(0);
      setPrefWidth(240);
      setMaxWidth(Double.MAX_VALUE);
      card.prefWidthProperty().bind(widthProperty().subtract(4));
      setOnAction(_ -> model.showLane(lane));
      model.lanes().cards().addListener((ListChangeListener<LaneCard>) _ -> fill());
      model.lanes().shown().subscribe(_ -> fill());
      model.words().wording().subscribe(_ -> fill());
      model.lanes().feedback(lane).subscribe(_ -> fill());
      model.lanes().readTwice(lane).subscribe(_ -> fill());
      widthProperty().subscribe(_ -> fill());
    }

    private void fill() {
      Optional<LaneCard> card =
          model.lanes().cards().stream().filter(each -> each.number() == lane).findFirst();
      Optional<ReceiptHeader> receipt = card.flatMap(LaneCard::receipt);
      String scanners = card.map(LaneCard::scanners).orElse("");
      document.setText(
          receipt
              .map(ReceiptHeader::document)
              .orElseGet(() -> model.words().say(DockPhrase.LANE_FREE)));
      party.setText(receipt.map(ReceiptHeader::party).filter(p -> !p.isEmpty()).orElse(scanners));
      boolean narrow = getWidth() < NARROW;
      String units = receipt.map(LaneCards::count).orElse("");
      count.setText(narrow ? "" : units);
      linesDone.setText(narrow ? units : receipt.map(of -> of.lineCount(model.words())).orElse(""));
      pseudoClassStateChanged(SHOWN, model.lanes().shown().get() == lane);
      fillStrip();
      String said = model.lanes().feedback(lane).get().map(f -> f.spoken(model.words())).orElse("");
      setAccessibleText(
          model.words().say(DockPhrase.LANE_SPOKEN, lane, document.getText(), scanners)
              + " "
              + said);
    }

    private void fillStrip() {
      Optional<Feedback> said = model.lanes().feedback(lane).get();
      String next = said.map(feedback -> feedback.outcome().styleClass()).orElse("idle");
      strip.getStyleClass().remove(outcomeClass);
      strip.getStyleClass().add(next);
      outcomeClass = next;
      Label headline =
          Words.of(
              said.map(Feedback::headline)
                  .orElseGet(() -> model.words().say(DockPhrase.NO_SCAN_YET)),
              "medium");
      headline.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(headline, Priority.ALWAYS);
      String value =
          model.lanes().readTwice(lane).get()
              ? model.words().say(DockPhrase.READ_TWICE)
              : said.map(Feedback::value).orElse("");
      strip
          .getChildren()
          .setAll(
              List.of(
                  new Glyph(said.map(Feedback::icon).orElse(Pictogram.SCAN_LINE), 20),
                  headline,
                  Words.firm(
                      value,
                      model.lanes().readTwice(lane).get() ? "small" : "lane-value",
                      "essential")));
    }
  }

  private static String count(ReceiptHeader receipt) {
    return receipt.expected().isPresent()
        ? Figures.of(receipt.received()) + " / " + Figures.of(receipt.expected())
        : Figures.of(receipt.received());
  }
}
