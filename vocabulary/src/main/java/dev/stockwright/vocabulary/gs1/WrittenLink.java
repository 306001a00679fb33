package dev.stockwright.vocabulary.gs1;

/// What came of writing elements as a GS1 Digital Link: the link, or why there is none.
public sealed interface WrittenLink permits WrittenLink.Link, Malformed {
  /// A GS1 Digital Link, such as `https://id.example.com/01/09501101530003/10/L1?17=270131`.
  record Link(String uri) implements WrittenLink {}
}
