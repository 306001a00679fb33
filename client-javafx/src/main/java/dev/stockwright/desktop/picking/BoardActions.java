package dev.stockwright.desktop.picking;

import java.util.List;
import java.util.Optional;

/// What can be asked for on the picking board. Called on the JavaFX thread; must return at once.
public interface BoardActions {
  /// Asks the server for all orders.
  void readBoard();

  /// Asks what is picked where for an order.
  void readLines(String order);

  /// These orders shall be picked.
  ///
  /// @param method how; as the warehouse has it when absent
  void release(List<String> orders, Optional<String> method);

  /// What of this wave is not picked shall not be picked now.
  void takeBack(String wave, String reason);

  /// It is as urgent as that.
  void rank(BoardOrder order, int priority);

  /// This person shall pick it.
  void assign(BoardOrder order, String person);

  /// Whoever comes next may pick what I hold of it.
  void giveBack(BoardOrder order);

  /// The customer does not get it.
  void cancel(String order, String reason);
}
