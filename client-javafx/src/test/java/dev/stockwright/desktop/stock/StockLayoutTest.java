package dev.stockwright.desktop.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.desktop.stock.StockQuery.Column;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockLayoutTest {
  private static final String ALL =
      "sku product warehouse on_hand reserved blocked available last_moved";

  @Test
  @DisplayName("D13 A stock list comes back with order, widths, hidden columns and sort")
  void itIsReadAsItWasWritten() {
    StockLayout wanted =
        new StockLayout(
            Column.AVAILABLE,
            true,
            Set.of(Column.RESERVED),
            List.of(
                Column.AVAILABLE,
                Column.SKU,
                Column.PRODUCT,
                Column.WAREHOUSE,
                Column.ON_HAND,
                Column.RESERVED,
                Column.BLOCKED,
                Column.LAST_MOVED),
            Map.of(Column.SKU, 140.0, Column.LAST_MOVED, 300.0));
    assertEquals(
        "available- available sku:140 product warehouse on_hand reserved! blocked last_moved:300",
        wanted.text());
    assertEquals(wanted, StockLayout.of(wanted.text()));
    assertEquals(StockLayout.USUAL, StockLayout.of(StockLayout.USUAL.text()));
  }

  @ParameterizedTest
  @DisplayName("D13 A kept stock list that makes no sense is as usual there")
  @CsvSource({
    "'',product+ " + ALL,
    "colour-,product+ " + ALL,
    "sku- taste:90 sku:7,sku- " + ALL,
    "sku+ sku:9999 product! sku:90,sku+ " + ALL,
    "name= ::: !,product+ " + ALL,
    "sku+ available:77 sku,sku+ available:77 product warehouse on_hand reserved blocked sku"
        + " last_moved",
  })
  void whatMakesNoSenseIsLeftOut(String text, String expected) {
    assertEquals(expected, StockLayout.of(text).text());
  }

  @ParameterizedTest
  @CsvSource({
    "EAST,EAST",
    "EAST WEST,EAST WEST *",
    "WEST EAST NORTH,EAST WEST NORTH *",
    "A B C D E EAST,EAST A B C D E *",
    "A B C D E F EAST,EAST *",
  })
  void theDesksOwnWarehouseIsFirstAndAllAreLast(String theirs, String offered) {
    List<WarehouseCode> may = List.of(theirs.split(" ")).stream().map(WarehouseCode::new).toList();
    assertEquals(
        offered,
        StockScope.choices(new WarehouseCode("EAST"), may).stream()
            .map(StockScope::text)
            .collect(Collectors.joining(" ")));
  }
}
