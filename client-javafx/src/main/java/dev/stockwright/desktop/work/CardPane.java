package dev.stockwright.desktop.work;

import dev.stockwright.desktop.look.Meter;
import dev.stockwright.desktop.look.Plate;
import dev.stockwright.desktop.look.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where to go and what to take: place, goods with their number, figures, progress, a hint.
final class CardPane extends VBox {
  CardPane() {
    setId("card");
    getStyleClass().add("work-card");
  }

  /// Draws it; false when the card has none of it.
  boolean show(WorkPicture picture) {
    List<Node> parts = new ArrayList<>();
    picture.sign().ifPresent(sign -> parts.add(sign(sign)));
    picture.goods().ifPresent(goods -> parts.add(goods(goods)));
    if (!picture.figures().isEmpty()) {
      parts.add(figures(picture.figures()));
    }
    picture.progress().ifPresent(progress -> parts.add(progress(progress)));
    if (!picture.hint().isEmpty()) {
      parts.add(Words.wrap(Words.of(picture.hint(), "muted", "essential")));
    }
    getChildren().setAll(parts);
    return !parts.isEmpty();
  }

  private static Node sign(WorkPicture.Sign sign) {
    Plate plate = new Plate(sign.code(), sign.before());
    plate.setId("plate");
    plate.setAccessibleText(sign.label() + " " + sign.code());
    VBox all = new VBox(4, Words.of(sign.label(), "medium", "essential"), plate);
    if (!sign.where().isEmpty()) {
      all.getChildren().add(Words.wrap(Words.of(sign.where(), "muted", "essential")));
    }
    return all;
  }

  private static Node goods(WorkPicture.Goods goods) {
    VBox all =
        new VBox(
            2,
            Words.wrap(Words.of(goods.name(), "title", "essential")),
            Words.wrap(Words.of(goods.source(), "muted", "essential")));
    goods.number().ifPresent(number -> all.getChildren().add(number(number)));
    return all;
  }

  private static Node number(WorkPicture.Figures number) {
    Label units = Words.firm(number.units(), "lead", "essential");
    units.setId("amount");
    if (number.leads()) {
      units.getStyleClass().add("large");
    }
    HBox row = new HBox(12, units, Words.wrap(Words.of(number.whole(), "title", "essential")));
    row.setAlignment(Pos.BASELINE_LEFT);
    row.setAccessibleText(number.units() + " " + number.whole());
    return row;
  }

  private static Node figures(List<WorkPicture.Figure> figures) {
    HBox row = new HBox(24);
    for (WorkPicture.Figure figure : figures) {
      row.getChildren()
          .add(
              new VBox(
                  Words.firm(figure.value(), "lead", "essential"),
                  Words.of(figure.label(), "muted", "essential")));
    }
    return row;
  }

  private static Node progress(WorkPicture.Progress progress) {
    Meter meter = new Meter();
    meter.show(progress.part());
    return new VBox(6, Words.of(progress.words(), "muted", "essential"), meter);
  }
}
