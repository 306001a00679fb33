package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The border between a pane at the side and the middle of a screen: dragged, or moved with ← and →
/// when it has the focus; Home and a double click bring it back to where it usually is. The pane
/// stays as wide as it was made when the window changes, as far as the middle keeps room.
public final class PaneGrip extends Region {
  private static final double WIDTH = 7;
  private static final double STEP = 16;
  private static final double LEAST = 150;

  /// No pane takes more of its screen.
  private static final double SHARE_MAX = 0.4;

  private final Region pane;
  private final boolean paneAtLeft;
  private final ObjectProperty<OptionalDouble> chosen =
      new SimpleObjectProperty<>(OptionalDouble.empty());
  private double usual = LEAST;
  private double room;
  private double grabbed;
  private double wasWide;

  /// @param id under which its place is kept
  public PaneGrip(String id, Region pane, boolean paneAtLeft, Speech speech) {
    this.pane = pane;
    this.paneAtLeft = paneAtLeft;
    setId(id);
    getStyleClass().add("pane-grip");
    setCursor(Cursor.H_RESIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.THUMB);
    accessibleTextProperty().bind(speech.of(FramePhrase.PANE_BORDER));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    HBox.setMargin(this, new Insets(0, -3, 0, -4)); // it lies over both sides and takes no room
    setViewOrder(-1);
    chosen.subscribe(_ -> arrange());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMousePressed(this::grab);
    setOnMouseDragged(event -> move(event.getScreenX() - grabbed, wasWide));
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            chosen.set(OptionalDouble.empty());
          }
        });
  }

  /// How wide somebody has made the pane; absent: as usual.
  public ObjectProperty<OptionalDouble> chosen() {
    return chosen;
  }

  /// The screen has so much room, in which the pane usually is so wide.
  public void arrange(double screen, double width) {
    room = screen;
    usual = width;
    arrange();
  }

  private void arrange() {
    double most = Math.max(usual, room * SHARE_MAX);
    double width = Math.clamp(chosen.get().orElse(usual), Math.min(LEAST, usual), most);
    pane.setMinWidth(width);
    pane.setPrefWidth(width);
    pane.setMaxWidth(width);
  }

  private void grab(MouseEvent event) {
    requestFocus();
    grabbed = event.getScreenX();
    wasWide = pane.getPrefWidth();
  }

  private void move(double by, double from) {
    double wanted = from + (paneAtLeft ? by : -by);
    double most = Math.max(usual, room * SHARE_MAX);
    chosen.set(OptionalDouble.of(Math.clamp(wanted, Math.min(LEAST, usual), most)));
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
      move(code == KeyCode.LEFT ? -STEP : STEP, pane.getPrefWidth());
      event.consume();
    } else if (code == KeyCode.HOME) {
      chosen.set(OptionalDouble.empty());
      event.consume();
    }
  }
}
