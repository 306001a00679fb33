package dev.stockwright.client.workflow.adjusting;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Adjusted;
import dev.stockwright.client.workflow.adjusting.AdjustingState.HowMany;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Mode;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Pile;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Post;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Why;
import dev.stockwright.protocol.AdjustmentCommand.ProposeAdjustment;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import java.util.List;
import java.util.Optional;

/// How many, why, and the posting of it.
record Figuring(AdjustingState state, Pile pile, Scene scene) {
  /// What may be given as the reason.
  static final String USE = "adjust";

  /// A reason that says nothing by itself.
  static final ReasonCode OTHER = new ReasonCode("other");

  private static final int REMARK_MAX = 200;

  static Optional<Mode> mode(Key key) {
    return switch (key) {
      case SET_TO -> Optional.of(Mode.SET_TO);
      case ADD -> Optional.of(Mode.ADD);
      case REMOVE -> Optional.of(Mode.REMOVE);
      default -> Optional.empty(); // no mode
    };
  }

  Step<AdjustingState> in(Mode mode) {
    if (mode == Mode.SET_TO && Piles.present(pile, scene).isEmpty()) {
      return mistaken(
          Text.of(AdjustingPhrase.FIGURE_UNKNOWN, pile.product().name()),
          AdjustingPhrase.ADD_OR_REMOVE);
    }
    AdjustingState next = state.in(new HowMany(pile, mode));
    return new Step.Asked<>(
        next,
        Said.of(
            AdjustingCard.mode(mode, pile.product().name()),
            AdjustingCard.instruction(next, scene)));
  }

  Step<AdjustingState> keyed(Mode mode, long units) {
    String name = pile.product().name();
    long least = mode == Mode.SET_TO ? 0 : 1;
    if (units < least || units > Quantity.MAX) {
      return mistaken(Text.of(AdjustingPhrase.WRONG_NUMBER, name), AdjustingPhrase.KEY_IN_OTHER);
    }
    Optional<Long> there = Piles.present(pile, scene);
    if (mode == Mode.SET_TO && there.isEmpty()) {
      return in(mode);
    }
    long change =
        switch (mode) {
          case SET_TO -> units - there.orElse(0L);
          case ADD -> units;
          case REMOVE -> -units;
        };
    if (change == 0) {
      return mistaken(Text.of(AdjustingPhrase.SAME_NUMBER, name, units), AdjustingPhrase.LEAVE_IT);
    }
    if (pile.product().serialTracked()
        && (Math.abs(change) != 1 || there.orElse(0L) + change > 1)) {
      return mistaken(Text.of(AdjustingPhrase.ONE_PIECE, name), AdjustingPhrase.EACH_PIECE);
    }
    Optional<Step<AdjustingState>> less = lessThanNone(change);
    return less.orElseGet(() -> why(change));
  }

  /// There cannot be fewer than none.
  private Optional<Step<AdjustingState>> lessThanNone(long change) {
    return Piles.present(pile, scene)
        .filter(there -> there + change < 0)
        .map(
            there ->
                mistaken(
                    Text.of(AdjustingPhrase.ONLY_THERE, pile.product().name(), there, pile.at()),
                    AdjustingPhrase.KEY_IN_OTHER));
  }

  private Step<AdjustingState> why(long change) {
    if (scene.books().reasons(USE).isEmpty()) {
      return mistaken(Text.of(AdjustingPhrase.NO_REASONS), AdjustingPhrase.ASK_SUPERVISOR);
    }
    return new Step.Asked<>(
        state.in(new Why(pile, change)),
        Said.of(said(change), Text.of(AdjustingPhrase.CHOOSE_REASON)).value(signed(change)));
  }

  /// Such as `Hammer: 24 → 22 (-2)`; without what is there where that is not known.
  Text said(long change) {
    String name = pile.product().name();
    return Piles.present(pile, scene)
        .map(there -> Text.of(AdjustingPhrase.FROM_TO, name, there, there + change, signed(change)))
        .orElseGet(() -> Text.of(AdjustingPhrase.BY, name, signed(change)));
  }

  static Text signed(long change) {
    return change > 0
        ? Text.of(CommonPhrase.PLUS, change)
        : Text.of(CommonPhrase.MINUS, Math.abs(change));
  }

  Step<AdjustingState> because(long change, String reason) {
    Optional<ReasonCode> code =
        scene.books().reasons(USE).stream()
            .map(Reason::code)
            .filter(one -> one.code().equals(reason))
            .findFirst();
    if (code.isEmpty()) {
      return mistaken(Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), AdjustingPhrase.CHOOSE_REASON);
    }
    AdjustingState next = state.in(new Post(pile, change, code.get(), Optional.empty()));
    return new Step.Asked<>(
        next, Said.of(said(change), AdjustingCard.instruction(next, scene)).value(signed(change)));
  }

  Step<AdjustingState> noted(Post post, String text) {
    String note = text.strip();
    if (note.isEmpty() || note.length() > REMARK_MAX) {
      return mistaken(Text.of(AdjustingPhrase.NOTE_LENGTH, REMARK_MAX), AdjustingPhrase.TYPE_NOTE);
    }
    AdjustingState next = state.in(new Post(pile, post.change(), post.reason(), Optional.of(note)));
    return new Step.Asked<>(
        next, Said.of(said(post.change()), AdjustingCard.instruction(next, scene)));
  }

  Step<AdjustingState> post(Post post) {
    if (noteMissing(post)) {
      return mistaken(Text.of(AdjustingPhrase.NOTE_FIRST), AdjustingPhrase.TYPE_NOTE);
    }
    Optional<Step<AdjustingState>> less = lessThanNone(post.change());
    if (less.isPresent()) {
      return less.get();
    }
    Adjusted adjusted = new Adjusted(pile.product().name(), pile.at(), post.change());
    return new Step.Recorded<>(
        state.after(adjusted),
        List.of(
            new ProposeAdjustment(
                scene.warehouse(),
                pile.product().sku(),
                post.change(),
                pile.at(),
                post.reason(),
                pile.lot(),
                pile.unit(),
                Optional.of(pile.condition()),
                Optional.empty(),
                post.remark())),
        Said.of(
                Text.of(
                    AdjustingPhrase.ADJUSTED, adjusted.name(), signed(post.change()), pile.at()),
                sent(scene))
            .value(signed(post.change())),
        true,
        false);
  }

  static boolean noteMissing(Post post) {
    return post.reason().equals(OTHER) && post.remark().isEmpty();
  }

  /// Whether a supervisor must approve it the device cannot know: the limit counts a whole day.
  static Text sent(Scene scene) {
    return scene.online()
        ? Text.of(AdjustingPhrase.MAY_NEED_APPROVAL)
        : Text.of(AdjustingPhrase.PENDING);
  }

  private Step<AdjustingState> mistaken(Text headline, AdjustingPhrase detail) {
    return new Step.Mistaken<>(state, Said.of(headline, Text.of(detail)));
  }
}
