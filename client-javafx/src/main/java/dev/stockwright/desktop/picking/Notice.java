package dev.stockwright.desktop.picking;

/// What somebody decided came to this.
///
/// @param refused nothing has changed
public record Notice(String words, boolean refused) {
  static final Notice NONE = new Notice("", false);
}
