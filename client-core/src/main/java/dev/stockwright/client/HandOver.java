package dev.stockwright.client;

import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import java.util.function.Supplier;

/// The question that a badge in the middle of work brings.
final class HandOver {
  private HandOver() {}

  /// @param own the badge of who works with the device, so that it means to sign out
  /// @param name of whose badge it is
  static QuestionPanel asked(boolean own, String name, Supplier<Panel.After> yes) {
    return new QuestionPanel(
        Text.of(ShiftPhrase.HAND_OVER),
        own ? Text.of(ShiftPhrase.SIGN_OUT_ASKED) : Text.of(ShiftPhrase.HAND_OVER_TO, name),
        Text.of(own ? ShiftPhrase.SIGN_OUT_REASON : ShiftPhrase.HAND_OVER_REASON),
        Text.of(own ? ShiftPhrase.SIGN_OUT : ShiftPhrase.HAND_OVER_YES),
        Text.of(ShiftPhrase.HAND_OVER_NO),
        yes);
  }

  static Turn signedOut() {
    return Turn.of(
        Signal.ACCEPT, Said.of(Text.of(ShiftPhrase.SIGNED_OUT), Text.of(ShiftPhrase.WORK_IS_KEPT)));
  }
}
