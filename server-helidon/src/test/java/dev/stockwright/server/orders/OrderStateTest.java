package dev.stockwright.server.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.orders.OrderState.Act;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The states of an order, as a table.
class OrderStateTest {
  /// Every state a row, every act a column; `-` cannot be done.
  private static final String TABLE =
      """
      state     | renew  | confirm   | release  | change_terms | change_lines | fill      | cancel    | expire  | begin   | pick   | pack   | ship    | put_back
      placed    | placed | committed | released | placed       | placed       | placed    | cancelled | expired | -       | -      | -      | -       | -
      committed | -      | committed | released | committed    | committed    | committed | cancelled | -       | picking | -      | -      | shipped | -
      picking   | -      | -         | -        | picking      | -            | picking   | cancelled | -       | picking | picked | packed | shipped | committed
      picked    | -      | -         | -        | picked       | -            | picked    | cancelled | -       | picking | picked | packed | shipped | committed
      packed    | -      | -         | -        | packed       | -            | -         | cancelled | -       | picking | -      | packed | shipped | committed
      shipped   | -      | -         | -        | -            | -            | -         | -         | -       | -       | -      | -      | -       | -
      released  | -      | -         | -        | -            | -            | -         | -         | -       | -       | -      | -      | -       | -
      expired   | placed | committed | -        | -            | placed       | -         | cancelled | -       | -       | -      | -      | -       | -
      cancelled | -      | -         | -        | -            | -            | -         | -         | -       | -       | -      | -      | -       | -
      """;

  @Test
  void whatCanBeDoneWhere() {
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    String[] rows = TABLE.split("\n");
    String[] acts = rows[0].split("\\|");
    for (int row = 1; row < rows.length; row++) {
      String[] cells = rows[row].split("\\|");
      OrderState state = OrderState.of(cells[0].strip());
      for (int i = 1; i < cells.length; i++) {
        Act act = Act.valueOf(acts[i].strip().toUpperCase(Locale.ROOT));
        String what = state.code() + " " + act + ": ";
        wanted.add(what + cells[i].strip());
        found.add(what + state.then(act).map(OrderState::code).orElse("-"));
      }
    }
    assertEquals(wanted, found);
    assertEquals(OrderState.values().length * Act.values().length, wanted.size());
  }

  /// What the document says, what the ledger holds, what it is worth.
  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource({
    "placed, placed, placed",
    "placed, committed, committed",
    "placed, released, released",
    "placed, expired, expired",
    "placed, none, expired",
    "committed, committed, committed",
    "committed, released, released",
    "committed, shipped, shipped",
    "expired, expired, expired",
    "expired, placed, placed",
    "picking, committed, picking",
    "cancelled, released, cancelled",
    "shipped, shipped, shipped",
    "released, released, released"
  })
  void whatTheLedgerHoldsCounts(String document, String promise, String worth) {
    Order order =
        new Order(
            1,
            new WarehouseCode("W1"),
            new Reference("SO-1"),
            OrderState.of(document),
            50,
            Optional.empty(),
            Optional.empty(),
            1,
            List.of());
    Optional<PromiseState> held =
        promise.equals("none") ? Optional.empty() : Optional.of(PromiseState.of(promise));
    assertEquals(OrderState.of(worth), OrderRules.state(order, held));
  }
}
