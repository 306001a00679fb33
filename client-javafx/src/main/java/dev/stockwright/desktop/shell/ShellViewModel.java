package dev.stockwright.desktop.shell;

import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.desktop.look.SyncState;
import dev.stockwright.fx.look.Pictogram;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the frame shows on every screen: who, where, which section, in sync or not, which devices.
/// Owned by the JavaFX thread.
public final class ShellViewModel {
  private final ShellActions actions;
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty device = new SimpleStringProperty("");
  private final StringProperty warehouse = new SimpleStringProperty("");
  private final ObjectProperty<SyncState> sync =
      new SimpleObjectProperty<>(new SyncState.Offline(0));
  private final ObservableList<StatusCell> status = FXCollections.observableArrayList();
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.RECEIVE);
  private final BooleanProperty signedIn = new SimpleBooleanProperty(false);
  private final BooleanProperty help = new SimpleBooleanProperty(false);

  public ShellViewModel(ShellActions actions) {
    this.actions = actions;
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
    showStatus(
        count == 0
            ? new StatusCell("unsent", Pictogram.CHECK, "Nothing unsent", StatusCell.Health.FINE)
            : new StatusCell(
                "unsent", Pictogram.CLOUD_UPLOAD, count + " unsent", StatusCell.Health.FINE));
  }

  public void lock() {
    actions.lock();
  }
}
