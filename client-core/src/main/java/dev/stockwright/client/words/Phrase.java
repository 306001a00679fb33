package dev.stockwright.client.words;

/// One sentence or word that people read, by its key in the catalogue: an enum of each activity
/// lists its own, so that a text that is not in the catalogue does not compile or fails a test, and
/// one that nobody says is found.
public interface Phrase {
  /// Such as `picking.wrong_product`: the activity, a dot, the constant in small letters.
  String key();
}
