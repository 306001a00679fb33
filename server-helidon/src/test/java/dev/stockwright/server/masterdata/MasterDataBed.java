package dev.stockwright.server.masterdata;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/// A desk on a real database whose master data is changed.
abstract class MasterDataBed {
  static final List<Event> EVENTS = new ArrayList<>();
  private static final List<Event> HERE = new ArrayList<>();
  static final TestSite SITE =
      new TestSite(
          (warehouse, epoch, events) -> {
            synchronized (EVENTS) {
              EVENTS.addAll(events);
              if (warehouse.equals(W1)) {
                HERE.addAll(events);
              }
            }
          });
  static final ReasonCode BLOCKED = new ReasonCode("blocked");
  static int used;

  final Sku sku = fresh();

  @AfterAll
  static void close() {
    SITE.close();
  }

  /// The number of the first such event of W1, 0 when there is none. Two writers may tell of their
  /// events in either order; the numbers say which was first.
  static long moved(Sku sku, String what) {
    synchronized (EVENTS) {
      for (Event event : HERE) {
        boolean it =
            switch (event) {
              case Event.DocumentChanged changed ->
                  changed.number().code().equals(sku.code())
                      && ("DocumentChanged " + changed.state()).equals(what);
              case Event.StockMoved moved -> moved.sku().equals(sku) && what.equals("StockMoved");
              default -> false;
            };
        if (it) {
          return event.n();
        }
      }
      return 0;
    }
  }

  static Sku fresh() {
    used++;
    return new Sku("M" + used);
  }

  static LocationCode bin() {
    LocationCode bin = new LocationCode("B-" + fresh());
    assertEquals(
        "accepted location created",
        ask(command("save_location", W1, "\"location\":\"" + bin + "\"")));
    return bin;
  }

  Command in(WarehouseCode warehouse) {
    return read(
        "receive_goods",
        "\"warehouse\":\"" + warehouse + "\",\"sku\":\"" + sku + "\",\"quantity\":1");
  }

  static Command lock(LocationCode bin, boolean in, boolean out) {
    return new PlaceCommand.LockLocation(W1, bin, in, out, BLOCKED);
  }

  static Command save(Sku sku, String fields) {
    return read("save_product", "\"sku\":\"" + sku + "\"," + fields);
  }

  static Command barcode(String kind, Reference code, Sku sku, String more) {
    return read(kind, "\"barcode\":\"" + code + "\",\"sku\":\"" + sku + "\"" + more);
  }

  static Command command(String kind, WarehouseCode warehouse, String fields) {
    return read(kind, "\"warehouse\":\"" + warehouse + "\"," + fields);
  }

  static Command read(String kind, String fields) {
    return Wire.COMMAND.read("{\"kind\":\"" + kind + "\"," + fields.strip() + "}");
  }

  static String ask(Command command) {
    return ask(SITE.desk, command);
  }

  static String ask(CommandDesk desk, Command command) {
    return switch (TestSite.ask(desk, TestSite.envelope(command))) {
      case Answer.Accepted accepted ->
          ("accepted "
                  + accepted.documents().stream()
                      .map(done -> done.document().code() + " " + done.state())
                      .collect(java.util.stream.Collectors.joining(", ")))
              .strip();
      case Answer.Refused refused -> "refused " + code(refused);
      case Answer.Deferred deferred -> "deferred " + deferred.code();
    };
  }

  static String code(Answer.Refused refused) {
    String json = Wire.ANSWER.text(refused);
    String code = json.replaceFirst(".*?\"refusal\":\\{\"code\":\"([a-z_]+)\".*", "$1");
    return code.equals("malformed") ? json.replaceFirst(".*\"field\":\"([a-z_]+)\".*", "$1") : code;
  }

  static Answer.Refused refused(Command command) {
    return assertInstanceOf(Answer.Refused.class, SITE.ask(command));
  }

  String row(String columns) {
    return SITE.database
        .reading()
        .fetchSingle("SELECT " + columns + " FROM product WHERE sku = ?", sku.code())
        .get(0, String.class);
  }
}
