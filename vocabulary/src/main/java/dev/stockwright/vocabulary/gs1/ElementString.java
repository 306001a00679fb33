package dev.stockwright.vocabulary.gs1;

/// A GS1 element string: read as [Elements], or [Malformed].
public sealed interface ElementString permits Elements, Malformed {
  /// The separator between elements (FNC1 as it is transmitted).
  char SEPARATOR = 0x1D;

  /// Reads the data of a symbol, without AIM identifier and without the FNC1 of the first place.
  ///
  /// An identifier of predefined length ends by itself, a separator behind it is tolerated; all
  /// others end at a separator or at the end of the data. An unknown identifier ends the reading,
  /// because nobody can say where its value ends. A repeated identifier must repeat its value.
  static ElementString parse(String data) {
    return ElementStringReader.read(data, 0, null);
  }

  /// Reads the form for people, `(01)09501101530003(10)ABC`; a bracket that belongs to a value is
  /// written `\(`.
  static ElementString parseBracketed(String text) {
    return Bracketed.parse(text);
  }
}
