package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What is expected has figures that stand nowhere else; every byte that the server says to a
/// device is searched for them.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class BlindWireTest {
  private static Floor floor;
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    floor = Floor.open(folder);
    office = floor.office();
  }

  @AfterAll
  static void close() throws Exception {
    floor.close();
  }

  /// Where one of these figures stands in what was heard, as a number of its own.
  private static List<String> told(OverheardLine line, long... figures) {
    String heard = line.heard();
    List<String> places = new ArrayList<>();
    for (long figure : figures) {
      Matcher found =
          Pattern.compile("(?<![0-9a-fA-F.])" + figure + "(?![0-9a-fA-F.])").matcher(heard);
      while (found.find()) {
        places.add(
            heard.substring(
                Math.max(0, found.start() - 300), Math.min(heard.length(), found.end() + 100)));
      }
    }
    return places;
  }

  @Test
  @DisplayName("H29: who counts blind is never sent what is expected, in any byte of any message")
  void aCounterIsNeverSentWhatIsExpected() {
    LocationCode bin = office.place("W-01", "bin");
    LocationCode other = office.place("W-02", "bin");
    Sku sku = office.product("BW-1", "Washer", "B-BW-1");
    office.stock(sku, 73_191, bin);
    office.stock(sku, 15, other);
    office.count("CW-1", bin, other);
    OverheardLine counters = floor.overheard();
    OverheardLine supervisors = floor.overheard();
    Hand cal = floor.hand(ShiftSite.CAL, counters);
    Hand sue = floor.hand(ShiftSite.SUE, supervisors);
    Floor.knows(cal, sku);
    Floor.until(cal, () -> Floor.desk(cal).work().counts().size() == 1);
    cal.scan("CW-1");
    assertEquals(Signal.ACCEPT, cal.scan("W-01").signal(), cal.said());
    cal.scan("B-BW-1");
    cal.scan("B-BW-1");
    Floor.settled(cal);
    office.stock(sku, 61_739, bin);
    Floor.sees(sue, sku, bin, 134_930);
    assertEquals(Signal.DONE, cal.scan("W-02").signal(), cal.said());
    assertEquals(Signal.DONE, cal.press(Key.EMPTY).signal(), cal.said());
    Floor.settled(cal);
    assertEquals(List.of(), cal.core().attention());
    // The device hears of it as soon as others do.
    Sku mark = office.product("BW-MARK-1", "Mark", "B-BW-MARK-1");
    Floor.knows(cal, mark);

    assertTrue(counters.heard().contains("BW-1"), "the line was overheard");
    assertEquals(List.of(), told(counters, 73_191, 61_739, 134_930, 134_945, 73_189, 134_928));
    assertNotEquals(
        List.of(), told(supervisors, 73_191), "the one who decides is sent the figures");
    assertNotEquals(List.of(), told(supervisors, 61_739), "also when they change");
  }

  @Test
  @DisplayName("H29: who receives blind is never sent what was ordered or announced")
  void aBlindReceiverIsNeverSentWhatWasOrdered() {
    Sku sku = office.product("BW-2", "Rivet", "B-BW-2");
    Reference supplier = new Reference("SUP-BW");
    office.give(
        new CatalogCommand.SaveSupplier(
            supplier,
            Optional.of("Blind & Sons"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    office.give(
        new PurchaseCommand.OpenPurchaseOrder(
            ShiftSite.NORTH,
            new Reference("PO-BW"),
            supplier,
            Optional.empty(),
            Optional.empty(),
            true,
            List.of(new PurchaseCommand.Line(sku, new Quantity(83_293)))));
    office.give(
        new PurchaseCommand.AnnounceDelivery(
            ShiftSite.NORTH,
            new Reference("ASN-BW"),
            supplier,
            Optional.of(new Reference("PO-BW")),
            Optional.empty(),
            true,
            List.of(
                new PurchaseCommand.Content(
                    Optional.empty(),
                    sku,
                    new Quantity(51_733),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))));
    OverheardLine receivers = floor.overheard();
    OverheardLine supervisors = floor.overheard();
    Hand ben = floor.hand(ShiftSite.BEN, receivers);
    Hand sue = floor.hand(ShiftSite.SUE, supervisors);
    Floor.knows(ben, sku);
    Floor.until(ben, () -> announced(ben));
    Floor.until(sue, () -> announced(sue));
    assertEquals(Signal.ACCEPT, ben.scan("ASN-BW").signal(), ben.said());
    assertEquals(Signal.ACCEPT, ben.scan("B-BW-2").signal(), ben.said());
    assertEquals(Signal.ACCEPT, ben.scan("B-BW-2").signal(), ben.said());
    Floor.settled(ben);
    assertEquals(List.of(), ben.core().attention());
    Floor.sees(sue, sku, ShiftSite.DOCK, 2);
    Floor.sees(ben, sku, ShiftSite.DOCK, 2);

    assertTrue(receivers.heard().contains("ASN-BW"), "the line was overheard");
    assertEquals(List.of(), told(receivers, 83_293, 83_292, 83_291, 51_733, 51_732, 51_731));
    assertNotEquals(
        List.of(), told(supervisors, 51_733), "the one who decides is sent the figures");
  }

  private static boolean announced(Hand hand) {
    return Floor.desk(hand).work().notices().stream()
        .anyMatch(notice -> notice.number().code().equals("ASN-BW"));
  }
}
