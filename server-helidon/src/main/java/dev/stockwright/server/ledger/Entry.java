package dev.stockwright.server.ledger;

/// A draft and the number that it gets.
final class Entry {
  final Draft draft;
  long n;

  Entry(Draft draft) {
    this.draft = draft;
  }
}
