package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import java.util.Optional;

/// What is left at the dock for a supervisor: a barcode that nobody knows, and goods that are more
/// than may come and stand aside until somebody allows them.
final class LeftBehind {
  private LeftBehind() {}

  static Optional<Mismatch> of(ReceivingState state, Input input) {
    if (!(state.phase() instanceof Deciding deciding) || !(input instanceof Input.Press(Key key))) {
      return Optional.empty();
    }
    boolean aside = key == Key.SET_ASIDE;
    Optional<String> document =
        Optional.of(Closings.number(state)).filter(number -> !number.isEmpty());
    if (deciding.doubt() instanceof Strange strange
        && (aside || key == Key.DISCARD || key == Key.BACK)) {
      return Optional.of(
          new Mismatch(
              Mismatch.RECEIVE,
              document,
              Mismatch.UNKNOWN,
              aside ? Mismatch.ASIDE : Mismatch.LEFT,
              strange.text()));
    }
    return deciding.doubt() instanceof AboutGoods about
            && about.why() instanceof TooMuch more
            && aside
        ? Optional.of(
            new Mismatch(
                Mismatch.RECEIVE,
                document,
                Mismatch.OVER_RECEIPT,
                Long.toString(more.over()),
                about.load().sku().code()))
        : Optional.empty();
  }
}
