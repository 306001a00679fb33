package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.Speech;
import java.util.Optional;

/// What a person at the desk does next: what is most urgent of it is said.
///
/// @param lane the one that is shown
/// @param asked what was asked of the person by a key
/// @param typed the number for the next scan; 0 for none
/// @param product the chosen line
/// @param step what the workflow waits for
record WhatNow(
    Speech words,
    int lane,
    Asked asked,
    long typed,
    Optional<String> product,
    Optional<Decision> decision,
    Optional<Instruction> step) {
  /// What a key has asked for.
  enum Asked {
    NOTHING,
    /// F4: digits.
    QUANTITY,
    /// F3: a scan of the scanner that shall work in this lane.
    SCANNER
  }

  Instruction instruction() {
    if (asked == Asked.SCANNER) {
      return Instruction.scan(say(DockPhrase.SCAN_TO_BIND, lane), say(DockPhrase.BIND_HINT));
    }
    if (decision.isPresent()) {
      return Instruction.decide(
          say(DockPhrase.CHOOSE_UP_TO, decision.get().options().size()),
          say(DockPhrase.NOT_COUNTED_YET));
    }
    if (typed > 0) {
      return Instruction.scan(
          say(DockPhrase.SCAN_TO_SAVE, typed),
          product
              .map(name -> say(DockPhrase.ENTER_SAVES, name))
              .orElseGet(() -> say(DockPhrase.ESC_CLEARS)));
    }
    if (asked == Asked.QUANTITY) {
      return Instruction.touch(say(DockPhrase.TYPE_QUANTITY), say(DockPhrase.QUANTITY_HINT));
    }
    return step.orElseGet(
        () -> Instruction.scan(say(DockPhrase.SCAN_PRODUCT), say(DockPhrase.OR_ORDER)));
  }

  private String say(Phrase phrase, Object... parts) {
    return words.say(phrase, parts);
  }
}
