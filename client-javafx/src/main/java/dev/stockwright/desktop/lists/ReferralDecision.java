package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.look.Decision;
import java.util.ArrayList;
import java.util.List;

/// What a supervisor is asked about refused work.
final class ReferralDecision {
  private static final String RECORD = "record";

  private static final List<FloorPhrase> REASONS =
      List.of(
          FloorPhrase.REJECT_MISTAKE,
          FloorPhrase.REJECT_OTHERWISE,
          FloorPhrase.REJECT_NOT_HAPPENED);

  private ReferralDecision() {}

  /// All that is known of it, with both ways on.
  static Decision opened(ListsViewModel model, ListRow row) {
    if (LeftRow.is(row.id())) {
      return LeftRow.asking(model, row, reasons(model), RECORD);
    }
    List<Decision.Option> options = new ArrayList<>();
    options.add(
        new Decision.Option(
            RECORD, model.say(FloorPhrase.RECORD), model.say(FloorPhrase.RECORD_THEN)));
    options.addAll(reasons(model));
    return new Decision(
        model.say(
            FloorPhrase.REFERRAL_ASKED,
            ListKind.REFERRALS.words(row, "what"),
            ListKind.REFERRALS.words(row, "who")),
        (ListKind.REFERRALS.words(row, "reason") + " " + ListKind.REFERRALS.words(row, "note"))
            .strip(),
        options);
  }

  /// Why it is not recorded.
  static Decision rejecting(ListsViewModel model, ListRow row) {
    return new Decision(
        model.say(
            FloorPhrase.REJECT_ASKED,
            ListKind.REFERRALS.words(row, "what"),
            ListKind.REFERRALS.words(row, "who")),
        ListKind.REFERRALS.words(row, "reason"),
        reasons(model));
  }

  private static List<Decision.Option> reasons(ListsViewModel model) {
    return REASONS.stream()
        .map(
            reason ->
                new Decision.Option(
                    reason.name(), model.say(FloorPhrase.REJECT), model.say(reason)))
        .toList();
  }

  /// Does what the answer with this number says.
  static void answer(ListsActions actions, String row, List<Decision.Option> options, int number) {
    Decision.Option answer = options.get(number - 1);
    if (answer.id().equals(RECORD)) {
      actions.record(row);
    } else if (answer.id().equals(LeftRow.LINK)) {
      actions.choose(ListKind.REFERRALS, row, answer.id());
    } else {
      actions.reject(row, answer.consequence());
    }
  }
}
