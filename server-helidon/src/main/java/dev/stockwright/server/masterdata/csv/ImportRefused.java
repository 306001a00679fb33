package dev.stockwright.server.masterdata.csv;

/// A file cannot be brought in as it is; nothing of it was.
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean unknown;

  private ImportRefused(String code, String message, boolean unknown) {
    super(message);
    this.code = code;
    this.unknown = unknown;
  }

  static ImportRefused unknown(String id) {
    return new ImportRefused(
        "unknown_import", "There is no import " + id + ". Send the file again.", true);
  }

  static ImportRefused conflict(String code, String message) {
    return new ImportRefused(code, message, false);
  }

  /// Stable, for programs.
  public String code() {
    return code;
  }

  /// There is no such import (any more).
  public boolean isUnknown() {
    return unknown;
  }
}
