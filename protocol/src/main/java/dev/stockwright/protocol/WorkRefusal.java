package dev.stockwright.protocol;

/// Why the server refused a command of an activity that keeps documents. Each says its own
/// sentence: what was expected, what was given, what to do.
public sealed interface WorkRefusal extends Refusal
    permits CountRefusal,
        DocumentRefusal,
        GuardRefusal,
        InboundRefusal,
        MasterRefusal,
        MoveRefusal,
        OrderRefusal,
        PickingRefusal,
        TaskRefusal {
  /// What to show a person.
  String sentence();

  /// What the refusal is about, for the status of an HTTP answer.
  default Sort sort() {
    return Sort.CONFLICT;
  }

  /// Whether something is not there, or is there and stands in the way.
  enum Sort {
    UNKNOWN,
    CONFLICT
  }
}
