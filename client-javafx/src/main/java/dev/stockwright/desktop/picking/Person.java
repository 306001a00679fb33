package dev.stockwright.desktop.picking;

import dev.stockwright.desktop.look.Decision;
import java.util.List;

/// Who works here, and what they may choose from.
///
/// @param supervisor whether they may release, take back, rank and cancel
/// @param reasons for cancelling, each an answer
public record Person(String code, boolean supervisor, List<Decision.Option> reasons) {
  static final Person NOBODY = new Person("", false, List.of());

  public Person {
    reasons = List.copyOf(reasons);
  }
}
