package dev.stockwright.client.replica;

/// The documents of a warehouse's work that a device keeps; each has the name of its stored rows.
public enum WorkKind {
  TASK("task"),
  PICK("pick"),
  PUT_AWAY("put_away"),
  COUNT("count"),
  TRANSFER("transfer"),
  NOTICE("notice"),
  REASON("reason");

  private final String code;

  WorkKind(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
