package dev.stockwright.desktop.lists;

import dev.stockwright.vocabulary.Scan;
import java.util.Optional;

/// What can be asked for on a list. Called on the JavaFX thread; must return at once.
public interface ListsActions {
  /// Asks the server for a list.
  void read(ListKind kind);

  /// Something shall be done with a row: an order found for it, a put-away made of it.
  void open(ListKind kind, String row);

  /// What was asked about a row is answered.
  ///
  /// @param row empty: about all of them
  /// @param option its id
  void choose(ListKind kind, String row, String option);

  /// Something was scanned that this list can use.
  ///
  /// @param row the chosen one, if any
  void scanned(ListKind kind, Optional<String> row, Scan scan);

  /// A lot, serial number or handling unit was typed, whose journey is wanted.
  void trace(String code);

  /// The books shall follow the count.
  ///
  /// @param row of the variances
  /// @param reason why there was a variance
  void approve(String row, String reason);

  /// Somebody else shall count it again.
  ///
  /// @param row of the variances
  void recount(String row);
}
