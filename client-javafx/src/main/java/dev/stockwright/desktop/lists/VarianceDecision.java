package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.look.Decision;
import java.util.List;

/// What a supervisor is asked about a variance: where it comes from.
final class VarianceDecision {
  private VarianceDecision() {}

  static Decision asking(ListsViewModel model, ListRow row, List<ListsViewModel.Reason> reasons) {
    return new Decision(
        model.say(
            FloorPhrase.APPROVE_ASKED,
            ListKind.VARIANCES.words(row, "product"),
            ListKind.VARIANCES.words(row, "variance")),
        model.say(FloorPhrase.APPROVE_WHY),
        reasons.stream()
            .map(reason -> new Decision.Option(reason.code(), reason.name(), ""))
            .toList());
  }
}
