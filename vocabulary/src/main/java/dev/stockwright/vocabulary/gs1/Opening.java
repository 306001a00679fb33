package dev.stockwright.vocabulary.gs1;

/// How the FNC1 is written that opens an element string: it says in a symbol that GS1 data follow,
/// and is never data itself.
public enum Opening {
  /// Not at all: where the symbol's writer puts it there by itself.
  NONE(""),
  /// As the separator 0x1D.
  SEPARATOR("\u001d"),
  /// As `^`, as are all that follow: the notation of test data and of `decode --as element`.
  CARET("^"),
  /// As the AIM identifier that a reader sends of a GS1-128.
  GS1_128("]C1"),
  /// As the AIM identifier of a GS1 DataBar or of a composite.
  GS1_DATABAR("]e0"),
  /// As the AIM identifier of a GS1 DataMatrix.
  GS1_DATAMATRIX("]d2"),
  /// As the AIM identifier of a GS1 QR code.
  GS1_QR("]Q3"),
  /// As the AIM identifier of a GS1 DotCode.
  GS1_DOTCODE("]J1");

  private final String text;

  Opening(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// What stands between elements.
  char separator() {
    return this == CARET ? '^' : ElementString.SEPARATOR;
  }
}
