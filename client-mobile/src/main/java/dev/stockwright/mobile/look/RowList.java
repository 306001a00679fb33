package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What comes next and what was done. Only whole rows are shown; those without room are a page
/// further, behind the last row, so that nobody has to know a gesture.
public final class RowList extends Region {
  private final Function<Text, String> words;
  private final Consumer<Input> given;
  private final List<Region> rows = new ArrayList<>();
  private final Label moreText = Labels.firm("", "row-more-text");
  private final Button more;
  private int first;
  private int next;

  public RowList(Function<Text, String> words, Consumer<Input> given) {
    this.words = words;
    this.given = given;
    getStyleClass().add("list");
    setId("list");
    more = Press.of(moreText, "", this::page, "flat", "row", "row-more");
    more.setId("more-rows");
  }

  public void show(List<Row> shown) {
    rows.clear();
    first = 0;
    for (Row row : shown) {
      rows.add(node(row));
    }
    getChildren().setAll(rows);
    getChildren().add(more);
    requestLayout();
  }

  /// The first row, or nothing: less than that is not worth showing.
  public double leastHeight(double width) {
    return rows.isEmpty() ? 0 : Heights.of(rows.get(0), width);
  }

  /// Whether rows that can be pressed have room for all, or for one and the way to the others.
  public boolean reachable(double width, double room) {
    boolean pressed = rows.stream().anyMatch(Button.class::isInstance);
    return !pressed
        || computePrefHeight(width) <= room + 0.5
        || leastHeight(width) + Heights.of(more, width) <= room;
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows.stream().mapToDouble(row -> Heights.of(row, width)).sum();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  private void page() {
    first = next >= rows.size() ? 0 : next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double room = getHeight();
    boolean paged = computePrefHeight(width) > room + 0.5;
    double pager = paged ? Heights.of(more, width) : 0;
    boolean pages = paged && room - pager >= leastHeight(width);
    double end = pages ? room - pager : room;
    double y = 0;
    next = first;
    for (int i = 0; i < rows.size(); i++) {
      Region row = rows.get(i);
      double height = Heights.of(row, width);
      boolean fits = i >= first && i == next && y + height <= end + 0.5;
      row.setVisible(fits);
      if (fits) {
        row.resizeRelocate(0, y, width, height);
        y += height;
        next = i + 1;
      }
    }
    more.setVisible(pages);
    if (pages) {
      String text = words.apply(Text.of(HandheldPhrase.MORE_ROWS, rows.size() - (next - first)));
      moreText.setText(text);
      more.setAccessibleText(text);
      more.resizeRelocate(0, y, width, pager);
    }
  }

  private Region node(Row row) {
    String head = words.apply(row.head());
    Glyph glyph = new Glyph(Pictogram.of(row.icon()), 20);
    StackPane icon = new StackPane(glyph);
    icon.getStyleClass().addAll("row-icon", iconClass(row));
    VBox text = new VBox(Labels.wrapped(head, "row-head"));
    row.detail()
        .ifPresent(
            detail -> text.getChildren().add(Labels.wrapped(words.apply(detail), "row-detail")));
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(icon, text);
    line.setAlignment(Pos.CENTER_LEFT);
    row.value()
        .ifPresent(value -> line.getChildren().add(Labels.firm(words.apply(value), "row-value")));
    if (row.input().isEmpty()) {
      line.getStyleClass().addAll("row", "row-plain");
      line.setMinHeight(USE_PREF_SIZE);
      return line;
    }
    Input input = row.input().get();
    Node content = line;
    return Press.of(content, head, () -> given.accept(input), "flat", "row");
  }

  private static String iconClass(Row row) {
    return switch (row.icon()) {
      case DONE, ALL_DONE -> "icon-done";
      case WARNING -> "icon-warning";
      default -> "icon-quiet";
    };
  }
}
