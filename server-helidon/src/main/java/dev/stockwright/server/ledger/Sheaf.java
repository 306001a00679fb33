package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Statements that go to PostgreSQL together, so that all of them cost one round trip: the driver
/// sends the statements of one text one after the other and waits for the answers only then. They
/// run in the order in which they were added, each seeing what those before it did; after one that
/// fails none runs. Owned by the transaction's thread.
public final class Sheaf {
  private final Connection connection;
  private final List<Leaf> leaves = new ArrayList<>();

  public Sheaf(Connection connection) {
    this.connection = connection;
  }

  /// Gives a statement its values, in the order of its question marks.
  public interface Binding {
    void to(Slots slots) throws SQLException;
  }

  /// Takes what a statement returned, from before the first row on.
  public interface Reading {
    void from(ResultSet rows) throws SQLException;
  }

  private record Leaf(String sql, Binding binding, boolean asks, Reading reading) {}

  /// Adds a statement that returns nothing.
  public void add(String sql, Binding binding) {
    leaves.add(new Leaf(sql, binding, false, rows -> {}));
  }

  /// Adds a statement that returns rows.
  public void ask(String sql, Binding binding, Reading reading) {
    leaves.add(new Leaf(sql, binding, true, reading));
  }

  /// Sends what was added since the last time. What a statement returned is read in their order.
  public void send() throws SQLException {
    if (leaves.isEmpty()) {
      return;
    }
    List<Leaf> sent = List.copyOf(leaves);
    leaves.clear();
    String text = String.join(";\n", sent.stream().map(Leaf::sql).toList());
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      Slots slots = new Slots(statement);
      for (Leaf leaf : sent) {
        leaf.binding().to(slots);
      }
      statement.execute();
      for (Leaf leaf : sent) {
        if (leaf.asks()) {
          try (ResultSet rows = statement.getResultSet()) {
            leaf.reading().from(rows);
          }
        }
        statement.getMoreResults();
      }
    }
  }
}
