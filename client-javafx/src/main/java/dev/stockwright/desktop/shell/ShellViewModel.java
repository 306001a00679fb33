package dev.stockwright.desktop.shell;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.desktop.look.SyncState;
import dev.stockwright.fx.look.Pictogram;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the frame shows on every screen: who, where, which section, in sync or not, which devices.
/// Owned by the JavaFX thread.
public final class ShellViewModel {
  static final int ZOOM_LEAST = 80;
  static final int ZOOM_MOST = 200;
  private static final int ZOOM_STEP = 10;
  private static final int ZOOM_USUAL = 100;

  private final ShellActions actions;
  private final Speech speech;
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty device = new SimpleStringProperty("");
  private final StringProperty warehouse = new SimpleStringProperty("");
  private final ObjectProperty<SyncState> sync =
      new SimpleObjectProperty<>(new SyncState.Offline(0));
  private final ObservableList<StatusCell> status = FXCollections.observableArrayList();
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.RECEIVE);
  private final BooleanProperty signedIn = new SimpleBooleanProperty(false);
  private final BooleanProperty help = new SimpleBooleanProperty(false);
  private final IntegerProperty zoom = new SimpleIntegerProperty(ZOOM_USUAL);
  private OptionalInt unsent = OptionalInt.empty();

  public ShellViewModel(ShellActions actions, Speech speech) {
    this.actions = actions;
    this.speech = speech;
    speech.follow(() -> unsent.ifPresent(this::showUnsent));
  }

  /// What this desk speaks.
  public Speech speech() {
    return speech;
  }

  /// The person's name.
  public StringProperty user() {
    return user;
  }

  /// The name of this desk.
  public StringProperty device() {
    return device;
  }

  public StringProperty warehouse() {
    return warehouse;
  }

  public ObjectProperty<SyncState> sync() {
    return sync;
  }

  /// The status bar from the left; see [#showStatus] and [#showUnsent].
  public ObservableList<StatusCell> status() {
    return status;
  }

  public ObjectProperty<Section> section() {
    return section;
  }

  /// Whether somebody is signed in; without, only signing in is shown.
  public BooleanProperty signedIn() {
    return signedIn;
  }

  /// Whether the sheet with the keys is open.
  public BooleanProperty help() {
    return help;
  }

  /// A device or connection is now like this; replaces the cell with the same id, or adds one
  /// before the last, which tells what is unsent.
  public void showStatus(StatusCell cell) {
    for (int i = 0; i < status.size(); i++) {
      if (status.get(i).id().equals(cell.id())) {
        if (!status.get(i).equals(cell)) {
          status.set(i, cell);
        }
        return;
      }
    }
    boolean unsentLast = !status.isEmpty() && status.getLast().id().equals("unsent");
    status.add(unsentLast ? status.size() - 1 : status.size(), cell);
  }

  /// How many commands the server has not answered.
  public void showUnsent(int count) {
    unsent = OptionalInt.of(count);
    showStatus(
        new StatusCell(
            "unsent",
            count == 0 ? Pictogram.CHECK : Pictogram.CLOUD_UPLOAD,
            count == 0
                ? speech.say(FramePhrase.NOTHING_UNSENT)
                : speech.say(FramePhrase.UNSENT, count),
            StatusCell.Health.FINE));
  }

  /// How large everything is drawn, in percent.
  public IntegerProperty zoom() {
    return zoom;
  }

  /// Ctrl and +, or -.
  void zoomBy(int steps) {
    zoomTo(zoom.get() + steps * ZOOM_STEP);
  }

  /// Ctrl+0.
  void zoomAsUsual() {
    zoomTo(ZOOM_USUAL);
  }

  private void zoomTo(int percent) {
    int wanted = Math.clamp(percent, ZOOM_LEAST, ZOOM_MOST);
    if (wanted != zoom.get()) {
      zoom.set(wanted);
      actions.zoomed(wanted);
    }
  }

  public void lock() {
    actions.lock();
  }
}
