package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Amount;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Figures;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The product in hand or wanted, and the leading number of the screen.
public final class GoodsBlock extends VBox {
  private static final String UNKNOWN = "?";
  private static final double EDGES = 32;

  private final Function<Text, String> words;
  private Optional<Goods> goods = Optional.empty();
  private boolean compact;

  public GoodsBlock(Function<Text, String> words) {
    this.words = words;
    getStyleClass().add("goods");
    setId("goods");
    setMinHeight(USE_PREF_SIZE);
    widthProperty().addListener((width, was, is) -> draw());
  }

  /// `tapped`: what a tap on it means, where it means something; the same is behind the dots.
  public void show(Optional<Goods> shown, Optional<Runnable> tapped) {
    goods = shown;
    setOnMouseClicked(event -> tapped.ifPresent(Runnable::run));
    draw();
  }

  /// The form for screens below 600 px.
  public void compact(boolean wanted) {
    compact = wanted;
    draw();
  }

  private void draw() {
    getChildren().clear();
    goods.ifPresent(this::fill);
  }

  private void fill(Goods shown) {
    VBox text =
        new VBox(
            Labels.wrapped(shown.name(), "goods-name"),
            Labels.wrapped(words.apply(shown.source()), "goods-source"));
    text.setMinWidth(0);
    text.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (shown.amount().isEmpty()) {
      getChildren().add(text);
    } else if (shown.amount().get().leads()) {
      getChildren().add(text);
      leading(shown.amount().get());
    } else {
      HBox line = new HBox(12, text, beside(shown.amount().get()));
      line.setAlignment(Pos.BOTTOM_LEFT);
      getChildren().add(line);
    }
  }

  private VBox beside(Amount amount) {
    Figure number = new Figure(number(amount), 0.96, "figure").size(compact ? 40 : 48);
    VBox right = new VBox(number, Labels.firm(unit(amount), "goods-unit"));
    right.setAlignment(Pos.BOTTOM_RIGHT);
    right.setMinWidth(Region.USE_PREF_SIZE);
    number.setMaxWidth(Region.USE_PREF_SIZE);
    return right;
  }

  private void leading(Amount amount) {
    String big = number(amount);
    String whole = unit(amount);
    int size =
        compact
            ? Labels.fitting(big, Labels.FIGURES, getWidth() - EDGES, 72, 48, 40)
            : Labels.fitting(big, Labels.FIGURES, getWidth() - EDGES, 96, 72, 48, 40);
    double room = getWidth() - EDGES - 12 - Labels.width(big, Labels.FIGURES, size);
    int beside = Labels.fitting(whole, Labels.FIGURES, room, compact ? 34 : 40, 28, 22, 18, 16);
    Figure number = new Figure(big, 1.0, "figure").size(size);
    HBox line = new HBox(12, number, new Figure(whole, 1.1, "figure", "figure-whole").size(beside));
    line.setAlignment(Pos.BASELINE_LEFT);
    getChildren().add(line);
    if (amount.of().isPresent()) {
      SegmentBar bar = new SegmentBar(amount.number().orElse(0L), amount.of().get());
      VBox.setMargin(bar, new Insets(compact ? 4 : 8, 0, compact ? 2 : 4, 0));
      getChildren().add(bar);
    }
  }

  private static String number(Amount amount) {
    return amount.number().map(Figures::of).orElse(UNKNOWN);
  }

  /// `of 48 boxes`, `of 48`, `boxes` or nothing.
  private String unit(Amount amount) {
    Optional<String> unit = amount.unit().map(words);
    Optional<String> whole = amount.of().map(Figures::of);
    if (whole.isEmpty()) {
      return unit.orElse("");
    }
    return words.apply(
        unit.isPresent()
            ? Text.of(HandheldPhrase.OF_UNITS, whole.get(), unit.get())
            : Text.of(HandheldPhrase.OF, whole.get()));
  }
}
