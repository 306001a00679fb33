package dev.stockwright.desktop.lists;

/// What can be asked for on a list. Called on the JavaFX thread; must return at once.
public interface ListsActions {
  /// Asks the server for a list.
  void read(ListKind kind);

  /// The books shall follow the count.
  ///
  /// @param row of the variances
  /// @param reason why there was a variance
  void approve(String row, String reason);

  /// Somebody else shall count it again.
  ///
  /// @param row of the variances
  void recount(String row);

  /// Refused work happened: the books shall follow.
  ///
  /// @param row of the exceptions
  void record(String row);

  /// Refused work is not recorded.
  ///
  /// @param row of the exceptions
  /// @param reason in words, for who did it
  void reject(String row, String reason);
}
