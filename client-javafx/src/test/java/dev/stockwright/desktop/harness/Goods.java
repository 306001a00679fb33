package dev.stockwright.desktop.harness;

import dev.stockwright.desktop.attention.AttentionItem;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Outcome;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.desktop.receiving.GatePicture;
import dev.stockwright.desktop.receiving.Lane;
import dev.stockwright.desktop.receiving.LaneCard;
import dev.stockwright.desktop.receiving.QueueEntry;
import dev.stockwright.desktop.receiving.ReceiptHeader;
import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.desktop.stock.PageSource;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockQuery;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Goods, orders and movements of a small hardware wholesaler.
public final class Goods {
  public static final WarehouseCode EAST = new WarehouseCode("EAST");
  public static final List<WarehouseCode> PLACES =
      List.of(EAST, new WarehouseCode("HAMBURG-2"), new WarehouseCode("WEST"));

  private Goods() {}

  public static Instant at(String clock) {
    return Instant.parse("2026-11-18T" + clock + ":00Z");
  }

  public static List<QueueEntry> queue() {
    return List.of(
        new QueueEntry(
            "q1", QueueEntry.Group.IN_PROGRESS, "PO-2041", "Brandt Werkzeug", "D2", 264, 420),
        new QueueEntry(
            "q2", QueueEntry.Group.IN_PROGRESS, "PO-2036", "Lumen Supply", "D4", 1180, 1440),
        new QueueEntry(
            "q3", QueueEntry.Group.EXPECTED, "PO-2044", "Brandt Werkzeug", "14:00", 0, 96),
        new QueueEntry(
            "q4", QueueEntry.Group.EXPECTED, "PO-2045", "Kestrel Fixings", "15:30", 0, 2400),
        new QueueEntry(
            "q5", QueueEntry.Group.EXPECTED, "PO-2047", "Papierhaus Nord", "16:15", 0, 180),
        new QueueEntry("q6", QueueEntry.Group.BLIND, "Blind 17", "No order yet", "09:12", 14, 0));
  }

  public static ReceiptHeader header() {
    return new ReceiptHeader(
        "PO-2041",
        "Brandt Werkzeug",
        "Dock D2 · STAGE-2 · since 10:05",
        264,
        OptionalLong.of(420),
        "pieces",
        2,
        7);
  }

  /// A pass of 48 pieces of which 46 were heard.
  public static GatePicture gate() {
    return new GatePicture(
        "RFID gate",
        "PO-2041",
        46,
        48,
        List.of(
            new GatePicture.Figure("48", "expected"),
            new GatePicture.Figure("46", "read"),
            new GatePicture.Figure("2", "missing"),
            new GatePicture.Figure("1", "extra")),
        List.of(
            new GatePicture.Row(GatePicture.Kind.MISSING, "Impact driver 18 V", "missing", "2"),
            new GatePicture.Row(
                GatePicture.Kind.EXTRA, "BA-0134", "not expected", "serial 77-204410"),
            new GatePicture.Row(
                GatePicture.Kind.IGNORED, "BH-0450", "ignored, weak", "serial 11-8")));
  }

  /// Two receipts side by side.
  public static List<LaneCard> lanes() {
    return List.of(
        new LaneCard(1, Optional.of(header()), "Scanner 1"),
        new LaneCard(
            2,
            Optional.of(
                new ReceiptHeader(
                    "PO-2036",
                    "Lumen Supply",
                    "Dock D4",
                    1180,
                    OptionalLong.of(1440),
                    "pieces",
                    4,
                    6)),
            "Scanner 2"));
  }

  public static List<ReceiptLine> lines() {
    return List.of(
        line(1, "Ball-peen hammer 450 g", "BH-0450", 36, 36, ReceiptLine.State.DONE, ""),
        line(2, "Torx key set, 8 pcs", "TK-0008", 40, 40, ReceiptLine.State.DONE, ""),
        line(3, "Folding rule 2 m", "FR-0200", 120, 84, ReceiptLine.State.OPEN, ""),
        line(4, "Trimming knife 18 mm", "TN-0018", 100, 104, ReceiptLine.State.OVER, "+4 over"),
        line(5, "Masonry bit set, 5 pcs", "MB-0005", 60, 0, ReceiptLine.State.OPEN, ""),
        line(6, "Impact driver 18 V", "ID-1800", 24, 0, ReceiptLine.State.OPEN, "Serials"),
        line(7, "Spirit level 400 mm", "SL-0400", 40, 0, ReceiptLine.State.OPEN, ""));
  }

  public static ReceiptLine line(
      int number,
      String name,
      String sku,
      long expected,
      long received,
      ReceiptLine.State state,
      String note) {
    return new ReceiptLine(
        "l" + number, number, name, new Sku(sku), OptionalLong.of(expected), received, state, note);
  }

  public static List<FeedEntry> feed() {
    return List.of(
        entry(1, Outcome.ACCEPT, "Folding rule 2 m", "1 case × 24", "+24", "10:42", true),
        entry(2, Outcome.ACCEPT, "Folding rule 2 m", "12 × typed", "+12", "10:42", true),
        entry(3, Outcome.REJECT, "Cable ties 200 mm", "Not on PO-2041", "", "10:41", false),
        entry(4, Outcome.ACCEPT, "Folding rule 2 m", "1 case × 24", "+24", "10:41", true),
        entry(5, Outcome.ACCEPT, "Folding rule 2 m", "1 case × 24", "+24", "10:40", true),
        entry(6, Outcome.SYSTEM, "Scanner 1 is back", "Away for 8 s", "", "10:40", false),
        entry(7, Outcome.ACCEPT, "Trimming knife 18 mm", "4 over, limit 5", "+4", "10:38", true),
        entry(8, Outcome.DONE, "Trimming knife 18 mm", "2 cases × 50", "+100", "10:37", true),
        entry(9, Outcome.DONE, "Torx key set, 8 pcs", "1 case × 40", "+40", "10:31", true),
        entry(10, Outcome.DONE, "Ball-peen hammer", "3 cases × 12", "+36", "10:22", true),
        entry(11, Outcome.ATTENTION, "4006381333931", "Unknown, set aside", "", "10:19", false),
        entry(12, Outcome.ACCEPT, "PO-2041", "Order opened", "", "10:05", false));
  }

  public static FeedEntry entry(
      int id, Outcome outcome, String what, String how, String value, String clock, boolean sent) {
    return new FeedEntry(
        "f" + id,
        outcome,
        what,
        how,
        value,
        at(clock),
        value.isEmpty()
            ? FeedEntry.Sent.NOTHING_TO_SEND
            : sent ? FeedEntry.Sent.SENT : FeedEntry.Sent.SAVED,
        outcome == Outcome.SYSTEM ? Optional.empty() : Optional.of(Lane.of(id % 3 == 0 ? 2 : 1)));
  }

  public static Decision unknownBarcode() {
    return new Decision(
        "Unknown barcode 4006381333931",
        "A valid GTIN-13 of no product here. Nothing is counted. Scanning on sets it aside.",
        List.of(
            new Decision.Option("aside", "Set aside", "Bin of unknown goods"),
            new Decision.Option("blind", "Receive it blind", "A line of its own"),
            new Decision.Option("discard", "Discard", "Scanned by mistake")));
  }

  private static final String[] NAMES = {
    "Anchor bolt M10 × 75",
    "Ball-peen hammer 450 g",
    "Battery pack 18 V 4 Ah",
    "Cable ties 200 mm",
    "Copper pipe 15 mm, 3 m",
    "Folding rule 2 m",
    "Hex bolt M8 × 40, zinc",
    "Hex bolt M10 × 50, zinc",
    "Impact driver 18 V",
    "Lock nut M8, DIN 985",
    "Masking tape 38 mm",
    "Masonry bit set, 5 pcs",
    "Nitrile gloves, L",
    "Silicone sealant clear",
    "Spirit level 400 mm",
    "Torx key set, 8 pcs",
    "Trimming knife 18 mm",
    "Wall plug 8 mm, box"
  };

  public static StockRow stock(int i) {
    String name = NAMES[i % NAMES.length] + (i < NAMES.length ? "" : " · " + i / NAMES.length);
    long onHand = (i * 37L + 118) % 420;
    long reserved = i % 3 == 0 ? 0 : Math.min(onHand, (i * 7L) % 36);
    long blocked = i % 7 == 3 ? Math.min(onHand - reserved, 4) : 0;
    String[] moves = {"received +24", "picked −2", "received +36", "moved 18", "put away 60"};
    String clock = String.format(Locale.ROOT, "%02d:%02d", 8 + i % 3, (i * 11) % 60);
    return new StockRow(
        PLACES.get(i % PLACES.size()),
        sku(i),
        name,
        onHand,
        reserved,
        blocked,
        onHand - reserved - blocked,
        at(clock),
        moves[i % moves.length],
        i);
  }

  public static Sku sku(int i) {
    String name = NAMES[i % NAMES.length];
    return new Sku(
        name.substring(0, 2).toUpperCase(Locale.ROOT)
            + String.format(Locale.ROOT, "-%04d", 100 + i * 7));
  }

  /// A source of `total` products, which filters and sorts as the server does.
  public static PageSource<StockRow> stockOf(int total) {
    return (request, loaded, _) -> {
      List<StockRow> all =
          IntStream.range(0, total)
              .mapToObj(Goods::stock)
              .filter(row -> row.product().contains(request.query().filter()))
              .sorted(order(request.query()))
              .toList();
      int from = (int) Math.min(all.size(), request.offset());
      int to = Math.min(all.size(), from + request.limit());
      loaded.accept(new PageSource.Page<>(all.subList(from, to), OptionalLong.of(all.size())));
    };
  }

  private static Comparator<StockRow> order(StockQuery query) {
    Comparator<StockRow> order =
        switch (query.sort()) {
          case WAREHOUSE -> Comparator.comparing(row -> row.warehouse().code());
          case SKU -> Comparator.comparing(row -> row.sku().code());
          case PRODUCT -> Comparator.comparingLong(StockRow::n);
          case ON_HAND -> Comparator.comparingLong(StockRow::onHand);
          case RESERVED -> Comparator.comparingLong(StockRow::reserved);
          case BLOCKED -> Comparator.comparingLong(StockRow::blocked);
          case AVAILABLE -> Comparator.comparingLong(StockRow::available);
          case LAST_MOVED -> Comparator.comparing(StockRow::lastUpdated);
        };
    return query.descending() ? order.reversed() : order;
  }

  public static ProductDetail detail(Sku sku) {
    return new ProductDetail(
        new StockRow.Key(EAST, sku),
        List.of("Box of 100 · case of 12 boxes", "GTIN 04006381333931"),
        new ProductDetail.Where.Known(
            List.of(
                new ProductDetail.Place("A-01-02", "", 64),
                new ProductDetail.Place("B-02-01", "lot K-118", 240),
                new ProductDetail.Place("STAGE-2", "lot K-120 · quarantine", 36))));
  }

  public static List<MovementLine> productMovements() {
    return List.of(
        new MovementLine(
            9812, at("10:42"), "Supplier to STAGE-2", "Ines Ferrer · DESK-1 · PO-2041", "+12"),
        new MovementLine(
            9787, at("10:36"), "Supplier to STAGE-2", "Ines Ferrer · DESK-1 · PO-2041", "+24"),
        new MovementLine(
            9102, at("09:17"), "A-01-02 to customer", "Tomasz Lis · TC-04 · SO-7731", "−8"));
  }

  public static List<MovementLine> movements() {
    return List.of(
        new MovementLine(
            9812,
            at("10:42"),
            "Hex bolt M8 × 40, zinc",
            "Supplier to STAGE-2 · Ines Ferrer",
            "+12"),
        new MovementLine(
            9811, at("10:42"), "Folding rule 2 m", "Supplier to STAGE-2 · Ines Ferrer", "+24"),
        new MovementLine(
            9808, at("10:41"), "Masking tape 38 mm", "STAGE-4 to C-03-02 · Tomasz Lis", "36"),
        new MovementLine(
            9805, at("10:40"), "Nitrile gloves, L", "A-04-01 to customer · Tomasz Lis", "−6"));
  }

  public static List<AttentionItem> refused() {
    return List.of(
        new AttentionItem(
            "c1",
            at("10:31"),
            "Received 48 Impact driver 18 V",
            "Over by 24 on PO-2036 (24 of 24 received). Ask a supervisor.",
            "Ines Ferrer · DESK-1"),
        new AttentionItem(
            "c2",
            at("10:12"),
            "Received 1 Battery pack 18 V 4 Ah",
            "Serial BP-77120 of BA-0134 is already in B-01-03. Set this one aside.",
            "Ines Ferrer · DESK-1"));
  }
}
