package dev.stockwright.server.stream;

/// Why a session ends: the close code and a short fixed reason, never a text from inside.
enum Goodbye {
  BYE(1000, "bye"),
  SILENT(1001, "nothing heard from you"),
  PROTOCOL(1002, "protocol error"),
  NO_BINARY(1003, "text frames only"),
  NOT_UTF8(1007, "not UTF-8"),
  SIGNED_OUT(1008, "signed out"),
  TOO_MANY_MESSAGES(1008, "too many messages"),
  TOO_BIG(1009, "message too big"),
  TROUBLE(1011, "trouble here"),
  RESTART(1012, "restart"),
  FULL(1013, "too many sessions"),
  TOO_SLOW(4008, "too slow; resume"),
  ELSEWHERE(4009, "connected elsewhere");

  private final int code;
  private final String reason;

  Goodbye(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  int code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
