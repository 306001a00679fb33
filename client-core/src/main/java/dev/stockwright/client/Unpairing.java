package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import java.util.Optional;

/// Takes the device away from its server: by a supervisor, and never while work is not sent.
///
/// @param unpair what is done in the end
record Unpairing(ClientCore client, Runnable unpair) {
  static final String UNPAIR = "UNPAIR";

  Card.Action action() {
    return new Card.Action(
        Icon.LEAVE, Text.of(PairingPhrase.UNPAIR), Optional.empty(), new Input.Point(UNPAIR), true);
  }

  /// @param from the panel that stays open when it is refused
  Panel.After asked(Panel from) {
    return refused()
        .map(why -> new Panel.After(Optional.of(from), Optional.of(why)))
        .orElseGet(() -> Panel.After.open(question()));
  }

  private Optional<Turn> refused() {
    if (client.signedIn().filter(SignedIn::supervisor).isEmpty()) {
      return Optional.of(no(Text.of(WorkPhrase.SUPERVISOR_MUST), WorkPhrase.CALL_ONE));
    }
    long unsent = client.syncStatus().unsent();
    return unsent > 0
        ? Optional.of(no(Text.of(PairingPhrase.UNSENT, unsent), PairingPhrase.UNSENT_DETAIL))
        : Optional.empty();
  }

  private static Turn no(Text what, Phrase next) {
    return Turn.of(Signal.REJECT, Said.of(what, Text.of(next)));
  }

  private QuestionPanel question() {
    return new QuestionPanel(
        Text.of(PairingPhrase.UNPAIR),
        Text.of(PairingPhrase.UNPAIR_ASKED, client.server()),
        Text.of(PairingPhrase.UNPAIR_REASON),
        Text.of(PairingPhrase.UNPAIR),
        Text.of(PairingPhrase.KEEP),
        this::gone);
  }

  /// Asked again: something may have been recorded meanwhile.
  private Panel.After gone() {
    Optional<Turn> refused = refused();
    if (refused.isEmpty()) {
      unpair.run();
    }
    return new Panel.After(
        Optional.empty(),
        Optional.of(
            refused.orElseGet(
                () ->
                    Turn.of(
                        Signal.DONE,
                        Said.of(
                            Text.of(PairingPhrase.UNPAIRED),
                            Text.of(PairingPhrase.SCAN_NEW_CODE))))));
  }
}
