package dev.stockwright.desktop.attention;

import dev.stockwright.client.words.AttentionPhrase;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.DecisionCard;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card for each refused command: what was done, why it was refused, what can be done.
final class AttentionView extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private final AttentionViewModel model;
  private final Speech words;
  private final SiteTime time;
  private final VBox cards = new VBox(12);

  AttentionView(AttentionViewModel model, SiteTime time) {
    this.model = model;
    this.words = model.speech();
    this.time = time;
    setId("attention");
    DecisionCard question = new DecisionCard(model.question(), model::answer);
    VBox.setMargin(question, new Insets(16, 16, 0, 16));
    cards.setPadding(new Insets(16));
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.accessibleTextProperty().bind(words.of(AttentionPhrase.REFUSED_WORK));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(question, scroll);
    model.items().addListener((ListChangeListener<AttentionItem>) _ -> rebuild());
    model.chosen().subscribe(_ -> rebuild());
    model.insisting().subscribe(_ -> rebuild());
    model.referring().subscribe(_ -> rebuild());
    model.settled().subscribe(_ -> rebuild());
    words.follow(this::rebuild);
  }

  private void rebuild() {
    cards.getChildren().setAll(model.items().stream().map(this::card).toList());
    model
        .settled()
        .get()
        .reversed()
        .forEach(news -> cards.getChildren().addFirst(Words.of(news, "medium", "essential")));
    if (model.items().isEmpty()) {
      cards
          .getChildren()
          .add(
              new StateRow(
                  StateRow.Kind.EMPTY,
                  words.say(AttentionPhrase.NOTHING),
                  words.say(AttentionPhrase.ALL_ACCEPTED)));
    }
  }

  private Node card(AttentionItem item) {
    boolean chosen = model.chosen().get().equals(Optional.of(item));
    Label done = Words.of(item.done(), "title", "essential");
    Label who = Words.of(time.clock(item.at()) + " · " + item.who(), "muted", "essential");
    Label why = Words.of(item.why(), "why", "essential");
    why.setWrapText(true);
    why.setMaxWidth(Double.MAX_VALUE);
    why.setMinHeight(Region.USE_PREF_SIZE);
    VBox said = new VBox(8, new VBox(done, who), why);
    HBox.setHgrow(said, Priority.ALWAYS);
    item.held().ifPresent(held -> said.getChildren().add(Words.of(held, "medium", "essential")));
    if (chosen && item.held().isEmpty()) {
      said.getChildren().add(buttons());
    }
    HBox card = new HBox(new Glyph(Pictogram.TRIANGLE_ALERT, 24), said);
    card.setId("attention-" + item.id());
    card.setAlignment(Pos.TOP_LEFT);
    card.getStyleClass().add("attention-card");
    card.pseudoClassStateChanged(SELECTED, chosen);
    card.setAccessibleText(item.done() + ". " + item.why());
    card.setOnMousePressed(_ -> model.choose(item));
    return card;
  }

  private Node buttons() {
    ActionButton again =
        new ActionButton("F5", words.say(AttentionPhrase.SEND_AGAIN), model::sendAgain);
    again.setId("send-again");
    ActionButton discard =
        new ActionButton("Del", words.say(AttentionPhrase.DISCARD), model::askDiscard);
    discard.setId("discard");
    FlowPane row = new FlowPane(12, 8, again);
    model
        .insisting()
        .get()
        .ifPresent(
            sentence -> {
              ActionButton insist = new ActionButton("F9", sentence, model::insist);
              insist.setId("insist");
              row.getChildren().add(insist);
            });
    model
        .referring()
        .get()
        .ifPresent(
            words -> {
              ActionButton refer = new ActionButton("F7", words, model::refer);
              refer.setId("refer");
              row.getChildren().add(refer);
            });
    row.getChildren().add(discard);
    row.setPadding(new Insets(4, 0, 0, 0));
    return row;
  }
}
