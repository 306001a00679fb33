package dev.stockwright.desktop.attention;

import dev.stockwright.client.words.AttentionPhrase;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Speech;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Refused work that waits for a person. Nothing is discarded without a reason. Owned by the
/// JavaFX thread.
public final class AttentionViewModel {
  private static final List<String> REASONS =
      List.of("keep", "recorded_otherwise", "did_not_happen");

  private final AttentionActions actions;
  private final Speech speech;
  private final ObservableList<AttentionItem> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<AttentionItem>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> insisting =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> referring =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<String>> settled = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Decision>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public AttentionViewModel(AttentionActions actions, Speech speech) {
    this.actions = actions;
    this.speech = speech;
    items.addListener((ListChangeListener<AttentionItem>) _ -> keepChosen());
  }

  Speech speech() {
    return speech;
  }

  /// Oldest first; the wiring sets it.
  public ObservableList<AttentionItem> items() {
    return items;
  }

  public ReadOnlyObjectProperty<Optional<AttentionItem>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Why the chosen one is to be discarded, while that is asked.
  public ReadOnlyObjectProperty<Optional<Decision>> question() {
    return question.getReadOnlyProperty();
  }

  public void choose(AttentionItem item) {
    if (!chosen.get().equals(Optional.of(item))) {
      question.set(Optional.empty());
      chosen.set(Optional.of(item));
    }
  }

  public void moveSelection(int rows) {
    if (items.isEmpty()) {
      return;
    }
    int at = chosen.get().map(items::indexOf).orElse(-1);
    choose(items.get(at < 0 ? 0 : Math.clamp(at + (long) rows, 0, items.size() - 1)));
  }

  /// Sends the chosen one again.
  public void sendAgain() {
    ours().ifPresent(item -> actions.sendAgain(item.id()));
  }

  /// What the button of a supervisor says; absent when who works here may not insist.
  public ObjectProperty<Optional<String>> insisting() {
    return insisting;
  }

  /// What the button says that sends work to a supervisor; the wiring sets it.
  public ObjectProperty<Optional<String>> referring() {
    return referring;
  }

  /// What supervisors have decided of late, the newest first.
  public ObjectProperty<List<String>> settled() {
    return settled;
  }

  /// The one that is chosen, unless a supervisor has it.
  private Optional<AttentionItem> ours() {
    return chosen.get().filter(item -> item.held().isEmpty());
  }

  /// Sends the chosen one to a supervisor.
  public void refer() {
    ours().ifPresent(item -> actions.refer(item.id()));
  }

  /// Sends the chosen one again as a supervisor's decision.
  public void insist() {
    if (insisting.get().isPresent()) {
      ours().ifPresent(item -> actions.insist(item.id()));
    }
  }

  /// Asks why the chosen one is to be discarded.
  public void askDiscard() {
    ours()
        .ifPresent(
            item ->
                question.set(
                    Optional.of(
                        new Decision(
                            speech.say(AttentionPhrase.DISCARD_ASKED, item.done()),
                            speech.say(AttentionPhrase.DISCARD_WHY),
                            reasons()))));
  }

  private List<Decision.Option> reasons() {
    return List.of(
        option(REASONS.get(0), AttentionPhrase.KEEP, AttentionPhrase.KEEP_HINT),
        option(REASONS.get(1), AttentionPhrase.RECORDED, AttentionPhrase.RECORDED_HINT),
        option(REASONS.get(2), AttentionPhrase.NOT_HAPPENED, AttentionPhrase.NOT_HAPPENED_HINT));
  }

  private Decision.Option option(String id, AttentionPhrase verb, AttentionPhrase then) {
    return new Decision.Option(id, speech.say(verb), speech.say(then));
  }

  /// Answers the question with option 1, 2 or 3.
  public void answer(int number) {
    if (question.get().isEmpty() || number < 1 || number > REASONS.size()) {
      return;
    }
    question.set(Optional.empty());
    String reason = REASONS.get(number - 1);
    if (!reason.equals("keep")) {
      chosen.get().ifPresent(item -> actions.discard(item.id(), reason));
    }
  }

  /// Esc: takes the question back; the work stays.
  public void escape() {
    question.set(Optional.empty());
  }

  private void keepChosen() {
    Optional<String> id = chosen.get().map(AttentionItem::id);
    Optional<AttentionItem> same =
        items.stream().filter(item -> id.equals(Optional.of(item.id()))).findFirst();
    if (same.isEmpty()) {
      question.set(Optional.empty());
    }
    chosen.set(same.or(() -> items.stream().findFirst()));
  }
}
