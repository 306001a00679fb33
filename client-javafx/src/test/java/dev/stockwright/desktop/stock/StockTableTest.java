package dev.stockwright.desktop.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.MillionRows;
import dev.stockwright.desktop.look.LiveTable;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StockTableTest {
  private final MillionRows source = new MillionRows(1_000_000);
  private final ManualDelay delay = new ManualDelay();
  private final Floor floor = Headless.call(() -> new Floor(source, delay));
  private final Headless window = Headless.show(floor::scene, 1000, 700);

  @BeforeEach
  void showTheStock() {
    Headless.run(
        () -> {
          floor.shell.signedIn().set(true);
          floor.shell.section().set(Section.STOCK);
          floor.stock.start();
        });
    window.settle();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aMillionRowsScrollAndOnlyTheVisiblePagesAreLoaded() {
    assertTrue(source.asked().size() <= 2, () -> "at first " + source.asked().size() + " pages");
    for (int row : List.of(500_000, 999_999, 123_456)) {
      Headless.run(() -> table().scrollTo(row));
      window.settle();
      assertTrue(shown("P-" + row), () -> "row " + row + " is not drawn: " + texts());
    }
    assertTrue(source.asked().size() <= 12, () -> source.asked().size() + " pages asked for");
    assertTrue(((PagedRows<?>) floor.stock.rows()).pagesHeld() <= PagedRows.PAGES_MAX);
  }

  @Test
  void rowsThatAreNotHereYetAreDrawnAsBarsAndFillInPlace() {
    source.hold();
    Headless.run(() -> table().scrollTo(700_000));
    window.settle();
    assertFalse(window.all(node -> node.getStyleClass().contains("placeholder-bar")).isEmpty());
    Headless.run(source::release);
    window.settle();
    assertTrue(shown("P-700000"));
    assertTrue(window.all(node -> node.getStyleClass().contains("placeholder-bar")).isEmpty());
  }

  @Test
  void aLiveChangeTintsItsCellsForASecondAndMovesNothing() {
    Headless.run(
        () -> {
          table().scrollTo(500);
          table().getSelectionModel().select(503);
        });
    window.settle();
    String top = texts().getFirst();
    Headless.run(
        () -> {
          StockRow was = MillionRows.row(505);
          floor.stock.level(
              new StockRow(
                  was.warehouse(), was.sku(), was.product(), 507, 0, 0, 507, Instant.EPOCH, "", 2));
        });
    window.settle();
    List<Node> tinted = window.all(node -> node.getStyleClass().contains("went-up"));
    assertEquals(2, tinted.size(), "on hand and available");
    assertEquals("507", ((TableCell<?, ?>) tinted.getFirst()).getText());
    assertEquals(top, texts().getFirst());
    assertEquals(503, (int) Headless.call(() -> table().getSelectionModel().getSelectedIndex()));
    Headless.run(() -> delay.pass(dev.stockwright.desktop.look.LiveRow.TINT));
    window.settle();
    assertTrue(window.all(node -> node.getStyleClass().contains("went-up")).isEmpty());
  }

  @Test
  void sortingAsksTheSource() {
    Headless.run(
        () -> {
          TableColumn<?, ?> available = column("Available");
          available.setSortType(TableColumn.SortType.DESCENDING);
          sortBy(available);
        });
    window.settle();
    StockQuery query = source.asked().getLast().query();
    assertEquals(StockQuery.Column.AVAILABLE, query.sort());
    assertTrue(query.descending());
  }

  @Test
  void whoClearsTheOrderIsBackAtTheUsualOneAndSeesIt() {
    Headless.run(() -> sortBy(column("Available")));
    Headless.run(() -> table().getSortOrder().clear());
    window.settle();
    assertEquals(StockQuery.ALL, Headless.call(() -> floor.stock.query().get()));
    assertEquals(
        List.of("Product"),
        Headless.call(() -> table().getSortOrder().stream().map(c -> c.getText()).toList()));
  }

  @Test
  @DisplayName("D13 Columns are sorted, moved and widened by keys alone")
  void columnsAreArrangedByKeys() {
    window.press(KeyCode.F7);
    assertEquals(
        new StockQuery("", StockQuery.Column.ON_HAND, false), source.asked().getLast().query());
    window.press(KeyCode.F7, "shift");
    assertEquals(
        new StockQuery("", StockQuery.Column.ON_HAND, true), source.asked().getLast().query());
    List<String> before = heads();
    assertEquals("On hand", before.get(2), before::toString);
    window.press(KeyCode.RIGHT, "ctrl", "shift");
    window.press(KeyCode.RIGHT, "ctrl", "shift");
    assertEquals("On hand", heads().get(4), () -> heads().toString());
    for (int i = 0; i < 9; i++) {
      window.press(KeyCode.LEFT, "ctrl", "shift");
    }
    assertEquals("On hand", heads().getFirst(), () -> heads().toString());
    double wide = Headless.call(() -> column("On hand").getWidth());
    window.press(KeyCode.UP, "ctrl", "shift");
    assertEquals(wide + 16, Headless.call(() -> column("On hand").getWidth()), 0.6);
    window.press(KeyCode.DOWN, "ctrl", "shift");
    assertEquals(wide, Headless.call(() -> column("On hand").getWidth()), 0.6);
    assertTrue(
        Headless.call(() -> floor.stock.columns().get().order().getFirst())
            == StockQuery.Column.ON_HAND,
        "kept for the person");
  }

  private List<String> heads() {
    return Headless.call(
        () -> table().getVisibleLeafColumns().stream().map(TableColumn::getText).toList());
  }

  @Test
  void aHiddenColumnIsNotShownAndTheOthersStay() {
    Headless.run(() -> floor.stock.hidden().add(StockQuery.Column.RESERVED));
    window.settle();
    assertFalse(Headless.call(() -> column("Reserved").isVisible()));
    assertTrue(Headless.call(() -> column("Blocked").isVisible()));
    Headless.run(() -> floor.stock.hidden().clear());
    assertTrue(Headless.call(() -> column("Reserved").isVisible()));
  }

  @Test
  void theArrowsChooseAProductAndEscClosesIt() {
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    assertTrue(floor.stock.chosen().get().isPresent());
    window.press(KeyCode.ESCAPE);
    assertTrue(floor.stock.chosen().get().isEmpty());
  }

  @Test
  void lettersBeginASearchAndEscClearsIt() {
    Headless.run(() -> floor.nanos.set(0));
    window.type("h");
    Headless.run(() -> floor.nanos.addAndGet(200_000_000));
    window.await(() -> floor.stock.filter().get().equals("h"));
    window.press(KeyCode.ESCAPE);
    assertEquals("", Headless.call(() -> floor.stock.filter().get()));
  }

  @SuppressWarnings("unchecked")
  private LiveTable<StockRow> table() {
    return (LiveTable<StockRow>) floor.scene().lookup("#stock-table");
  }

  private TableColumn<?, ?> column(String head) {
    return table().getColumns().stream()
        .filter(c -> c.getText().equals(head))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void sortBy(TableColumn<?, ?> column) {
    table().getSortOrder().setAll((TableColumn) column);
  }

  private boolean shown(String sku) {
    return texts().contains(sku);
  }

  private List<String> texts() {
    return Headless.call(this::textsNow);
  }

  private List<String> textsNow() {
    return window
        .all(
            node ->
                node instanceof TableCell<?, ?> cell
                    && cell.getText() != null
                    && cell.getText().startsWith("P-"))
        .stream()
        .sorted(
            java.util.Comparator.comparingDouble(
                node -> node.localToScene(node.getBoundsInLocal()).getMinY()))
        .map(node -> ((TableCell<?, ?>) node).getText())
        .toList();
  }
}
