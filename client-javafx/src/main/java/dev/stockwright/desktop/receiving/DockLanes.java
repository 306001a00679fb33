package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.approval.ApprovalViewModel;
import dev.stockwright.desktop.look.Feedback;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The lanes of the desk: which one is shown, what happened last in each and what is typed there.
/// Owned by the JavaFX thread.
public final class DockLanes {
  /// So many work side by side.
  public static final int MAX = 2;

  private final ObservableList<LaneCard> cards = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper sideBySide = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(1);
  private final List<LaneSaid> said = Stream.generate(LaneSaid::new).limit(MAX).toList();
  private final ReadOnlyObjectWrapper<Optional<Feedback>> feedback =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper readTwice = new ReadOnlyBooleanWrapper(false);
  private final ApprovalViewModel approval;

  DockLanes(ApprovalViewModel approval) {
    this.approval = approval;
    cards.addListener((ListChangeListener<LaneCard>) _ -> sideBySide.set(cards.size() > 1));
  }

  /// A card for each lane; at a desk with one lane there are none.
  public ObservableList<LaneCard> cards() {
    return cards;
  }

  /// Whether there is more than one.
  public ReadOnlyBooleanProperty sideBySide() {
    return sideBySide.getReadOnlyProperty();
  }

  /// The one whose receipt is shown, 1 or 2.
  public ReadOnlyIntegerProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /// The question to a supervisor in the lane that is shown.
  public ApprovalViewModel approval() {
    return approval;
  }

  /// What was typed for a question of the lane before goes.
  void show(int lane) {
    approval.show(Optional.empty());
    shown.set(lane);
    showSaid();
  }

  /// What happened last in the lane that is shown.
  ReadOnlyObjectProperty<Optional<Feedback>> feedback() {
    return feedback.getReadOnlyProperty();
  }

  /// What happened last in this lane.
  public ReadOnlyObjectProperty<Optional<Feedback>> feedback(int lane) {
    return said(lane).feedback().getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readTwice() {
    return readTwice.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readTwice(int lane) {
    return said(lane).readTwice().getReadOnlyProperty();
  }

  void say(int lane, Feedback happened) {
    said(lane).readTwice().set(false);
    said(lane).feedback().set(Optional.of(happened));
    showSaid();
  }

  void sayReadTwice(int lane) {
    said(lane).readTwice().set(true);
    showSaid();
  }

  private void showSaid() {
    LaneSaid front = said(shown.get());
    readTwice.set(false);
    feedback.set(front.feedback().get());
    readTwice.set(front.readTwice().get());
  }

  /// What is typed in this lane; 0 for nothing.
  long typed(int lane) {
    return said(lane).typed();
  }

  void typed(int lane, long number) {
    said(lane).typed(number);
  }

  private LaneSaid said(int lane) {
    return said.get(lane - 1);
  }
}
