package dev.stockwright.mobile.look;

import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where one is, and how the device stands: back, title over context, pill, battery.
public final class TopBar extends HBox {
  private static final double NARROW = 360;

  /// From here on the battery has room beside a long pill.
  private static final double ROOMY = 400;

  private static final double TEXT_RIGHT = 4;

  private final Function<Text, String> words;
  private final Button back;
  private final Label title = Labels.wrapped("", "top-title");
  private final Label context = Labels.wrapped("", "top-context");
  private final VBox text = new VBox(title, context);
  private final SyncPill pill;
  private final Button sync;
  private final HBox battery = new HBox(3);
  private boolean quiet = true;
  private OptionalInt percent = OptionalInt.empty();

  /// `goBack`: one step back; `openSync`: what waits, what was refused.
  public TopBar(Function<Text, String> words, Runnable goBack, Runnable openSync) {
    this.words = words;
    getStyleClass().add("top");
    back =
        Press.picture(
            Pictogram.CHEVRON_LEFT,
            words.apply(Text.of(HandheldPhrase.BACK)),
            goBack,
            "flat",
            "top-back");
    back.setId("back");
    pill = new SyncPill(words);
    sync = Press.of(pill, "", openSync, "flat", "top-sync");
    sync.setId("sync");
    sync.setMinWidth(Region.USE_PREF_SIZE);
    text.getStyleClass().add("top-text");
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    battery.setAlignment(Pos.CENTER);
    battery.getStyleClass().add("battery");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(back, text, sync, battery);
    widthProperty().addListener((width, was, is) -> drawBattery());
  }

  public void show(String heading, Optional<String> below, boolean backShown, SyncState state) {
    title.setText(heading);
    context.setText(below.orElse(""));
    back.setVisible(backShown);
    back.setManaged(backShown);
    getStyleClass().remove("without-back");
    if (!backShown) {
      getStyleClass().add("without-back");
    }
    sync.setAccessibleText(pill.show(state));
    quiet = state instanceof SyncState.Live;
    drawBattery();
  }

  /// A long title leaves no room for the line below it.
  @Override
  protected void layoutChildren() {
    double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - TEXT_RIGHT;
    for (Node child : getManagedChildren()) {
      room -= child.equals(text) ? 0 : Math.max(child.minWidth(-1), child.prefWidth(-1));
    }
    boolean fits = title.prefHeight(room) + context.prefHeight(room) <= getHeight() - 1;
    boolean wanted = fits && !context.getText().isEmpty();
    context.setManaged(wanted);
    context.setVisible(wanted);
    super.layoutChildren();
  }

  /// What the battery has left; absent where the device does not tell.
  public void battery(OptionalInt left) {
    percent = left;
    drawBattery();
  }

  private void drawBattery() {
    battery.getChildren().clear();
    boolean room = getWidth() >= ROOMY || quiet;
    battery.setManaged(percent.isPresent() && room);
    if (percent.isEmpty() || !room) {
      return;
    }
    int left = percent.getAsInt();
    Pictogram picture =
        left >= 70
            ? Pictogram.BATTERY_FULL
            : left >= 25 ? Pictogram.BATTERY_MEDIUM : Pictogram.BATTERY_LOW;
    battery.setAccessibleText(words.apply(Text.of(HandheldPhrase.BATTERY, left)));
    battery.getChildren().add(new Glyph(picture, 20));
    if (getWidth() >= ROOMY || quiet && getWidth() >= NARROW) {
      battery.getChildren().add(Labels.firm(Integer.toString(left), "battery-left"));
    }
  }
}
