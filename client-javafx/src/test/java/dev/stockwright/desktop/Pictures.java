package dev.stockwright.desktop;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.desktop.devices.Scanners;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.desktop.look.SyncState;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockQuery;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScope;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;

/// Every screen of the floor app, filled; [FloorPictures] draws them, tests look at them.
public final class Pictures {
  private Pictures() {}

  /// Every screen by its name.
  public static Map<String, Consumer<Floor>> screens() {
    Map<String, Consumer<Floor>> screens = new LinkedHashMap<>();
    screens.put("01-badge", _ -> {});
    screens.put("02-pin", Pictures::pin);
    screens.put("03-password-refused", Pictures::password);
    screens.put("10-receive-accept", Pictures::accept);
    screens.put("11-receive-done", Pictures::done);
    screens.putAll(DockPictures.screens());
    screens.put("16-receive-read-twice", Pictures::readTwice);
    screens.put("17-receive-reject-read-twice", Pictures::rejectReadTwice);
    screens.put("12-receive-decision", Pictures::decision);
    screens.put("13-receive-reject", Pictures::reject);
    screens.put("18-receive-long-sentences", Pictures::longSentences);
    screens.put("14-receive-offline-typed", Pictures::offline);
    screens.put("15-receive-empty", floor -> floor.shell.signedIn().set(true));
    screens.put("20-stock", Pictures::stock);
    screens.put("21-stock-product", Pictures::product);
    screens.put("22-stock-stale", Pictures::stale);
    screens.put("22-stock-everywhere", Pictures::everywhere);
    screens.put("23-stock-failed", Pictures::failed);
    screens.put("24-stock-sorted", Pictures::sorted);
    screens.put("26-stock-copy", Pictures::copy);
    screens.put("28-stock-columns", Pictures::columns);
    screens.put("27-stock-product-offline", Pictures::productOffline);
    screens.put("25-stock-no-rows", Pictures::noRows);
    screens.put("30-attention", Pictures::attention);
    screens.put("31-attention-discard", Pictures::discard);
    screens.put("50-devices", Pictures::devices);
    screens.put("51-devices-simulated", Pictures::devicesSimulated);
    screens.put("59-devices-reader", floor -> network(floor, "reader-1"));
    screens.put("60-devices-printer", floor -> network(floor, "printer-1"));
    screens.put("61-devices-pairing", Pictures::pairing);
    screens.put("52-wizard-keyboard", floor -> wizard(floor, "keyboard"));
    screens.put("53-wizard-keyboard-french", Pictures::wizardFrench);
    screens.put("54-wizard-gs1", floor -> wizardAfter(floor, 1));
    screens.put("55-wizard-lines", floor -> wizardAfter(floor, 3));
    screens.put("56-wizard-done", floor -> wizardAfter(floor, 4));
    screens.put("57-wizard-gs-lost", Pictures::wizardGsLost);
    screens.put("58-wizard-nothing", Pictures::wizardNothing);
    screens.putAll(WorkPictures.screens());
    screens.putAll(BoardPictures.screens());
    screens.put("40-keys", floor -> floor.working().shell.help().set(true));
    return screens;
  }

  private static void pin(Floor floor) {
    floor.scan("B-0417");
    floor.signIn.typed('3');
    floor.signIn.typed('1');
  }

  private static void password(Floor floor) {
    floor.signIn.usePassword();
    floor.signIn.user().set("ines.ferrer");
    floor.signIn.refused("User or password is wrong. Try again; 3 tries are left.");
  }

  private static void accept(Floor floor) {
    floor.working();
    ReceiptLine line = Goods.lines().get(2);
    floor.receiving.showLine(
        new ReceiptLine(
            line.key(), 3, line.product(), line.sku(), line.expected(), 108, line.state(), ""),
        true);
    floor.receiving.say(Feedback.accept("Folding rule 2 m", "1 case × 24 pieces", "+24"));
  }

  private static void done(Floor floor) {
    accept(floor);
    floor.receiving.say(Feedback.done("Line done", "120 of 120 Folding rule 2 m", "120"));
  }

  private static void readTwice(Floor floor) {
    accept(floor);
    floor.receiving.sayReadTwice();
  }

  private static void rejectReadTwice(Floor floor) {
    reject(floor);
    floor.receiving.sayReadTwice();
  }

  private static void decision(Floor floor) {
    floor.working();
    floor.receiving.say(Feedback.attention("Unknown barcode", "Choose 1, 2 or 3"));
    floor.receiving.decision().set(Optional.of(Goods.unknownBarcode()));
    floor.receiving.scansWaiting().set(2);
  }

  private static void reject(Floor floor) {
    floor.working();
    floor.receiving.say(
        Feedback.reject(
            "That is Cable ties 200 mm",
            new Feedback.Fact("Expected", "A product of PO-2041"),
            new Feedback.Fact("Do now", "Set it aside, or F2 to receive it blind")));
  }

  private static void longSentences(Floor floor) {
    floor.working();
    floor.receiving.showLine(
        Goods.line(5, "Masonry bit set, 5 pcs", "MB-0005", 0, 12, ReceiptLine.State.EXTRA, ""),
        false);
    floor.receiving.showLine(
        Goods.line(
            4,
            "Trimming knife 18 mm",
            "TN-0018",
            100,
            11_340,
            ReceiptLine.State.OVER,
            "+11,240 over"),
        false);
    floor.receiving.say(
        Feedback.reject(
            "Misread",
            new Feedback.Fact("Scanned", "4006381333932 of a label that is scratched"),
            new Feedback.Fact(
                "Do now",
                "The check digit is wrong. Scan again; if it stays, scan another code of the label"
                    + " or set the goods aside.")));
  }

  private static void offline(Floor floor) {
    floor.working();
    floor.shell.sync().set(new SyncState.Offline(3));
    floor.shell.showStatus(
        new StatusCell(
            "server", Pictogram.CLOUD_OFF, "No server since 10:40", StatusCell.Health.BROKEN));
    floor.shell.showStatus(
        new StatusCell(
            "scanner-2", Pictogram.PLUG_ZAP, "Scanner 2 unplugged", StatusCell.Health.ATTENTION));
    floor.shell.showUnsent(3);
    floor.receiving.say(
        Feedback.system(
            Pictogram.CLOUD_OFF, "Offline since 10:40", "Work goes on, 3 steps are safe here"));
    Goods.feed().stream()
        .filter(e -> e.sent() == FeedEntry.Sent.SENT)
        .limit(3)
        .forEach(
            e ->
                floor.receiving.showInFeed(
                    new FeedEntry(
                        e.id(),
                        e.outcome(),
                        e.what(),
                        e.how(),
                        e.value(),
                        e.at(),
                        FeedEntry.Sent.SAVED,
                        e.lane())));
    floor.receiving.typed('1');
    floor.receiving.typed('2');
  }

  private static void stock(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    change(floor, 4, 24);
    change(floor, 9, -8);
  }

  private static void change(Floor floor, int row, long by) {
    StockRow was = Goods.stock(row);
    floor.stock.level(
        new StockRow(
            was.warehouse(),
            was.sku(),
            was.product(),
            was.onHand() + by,
            was.reserved(),
            was.blocked(),
            was.available() + by,
            Floor.NOW,
            (by > 0 ? "received +" : "picked −") + Math.abs(by),
            was.n() + 1));
  }

  private static void product(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    floor.stock.choose(Goods.stock(6));
    floor.stock.showDetail(Goods.detail(Goods.sku(6)));
    floor.stock.productHistory().newest(Goods.productMovements(), true);
    change(floor, 6, 12);
    floor.stock.newRows().set(3);
  }

  private static void everywhere(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    floor.stock.scopes().setAll(StockScope.choices(Goods.EAST, Goods.PLACES));
    floor.stock.show(StockScope.ALL, floor.speech.say(StockPhrase.ALL_WAREHOUSES));
    floor.stock.choose(Goods.stock(6));
    floor.stock.showDetail(Goods.detail(Goods.sku(6)));
    floor
        .stock
        .freshness()
        .set(
            new Freshness.Stale(
                Goods.at("10:40"), Duration.ofMinutes(2), Goods.PLACES.subList(1, 2)));
  }

  private static void stale(Floor floor) {
    product(floor);
    floor.stock.newRows().set(0);
    floor.shell.sync().set(new SyncState.NeedsYou(1));
    floor.stock.freshness().set(new Freshness.Stale(Goods.at("10:40"), Duration.ofMinutes(2)));
  }

  private static void copy(Floor floor) {
    stock(floor);
    floor.stock.freshness().set(new Freshness.Copy(Goods.at("10:42"), Duration.ZERO));
  }

  private static void productOffline(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    floor.shell.sync().set(new SyncState.Offline(3));
    floor.stock.choose(Goods.stock(6));
    floor.stock.showDetail(
        new ProductDetail(
            new StockRow.Key(Goods.EAST, Goods.sku(6)),
            List.of("Box of 100"),
            new ProductDetail.Where.Unknown()));
    floor.stock.productHistory().happened(Goods.productMovements().subList(0, 1));
    floor.stock.freshness().set(new Freshness.Stale(Goods.at("08:12"), Duration.ofMinutes(150)));
  }

  private static void columns(Floor floor) {
    stock(floor);
    floor.stock.hidden().add(StockQuery.Column.BLOCKED);
    if (floor.scene().lookup("#columns-button") instanceof ToggleButton choose) {
      choose.setSelected(true);
    }
  }

  private static void failed(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    floor.shell.sync().set(new SyncState.Sending(3));
    floor.stock.freshness().set(new Freshness.Failed("Showing 10:42. Nothing is lost."));
  }

  private static void sorted(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    if (floor.scene().lookup("#stock-table") instanceof TableView<?> table) {
      sortBy(table, "Available");
    }
  }

  private static <T> void sortBy(TableView<T> table, String head) {
    for (TableColumn<T, ?> column : table.getColumns()) {
      if (column.getText().equals(head)) {
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
      }
    }
  }

  private static void noRows(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.STOCK);
    floor.stock.filter().set("rivet");
    floor.delay.pass(Duration.ofSeconds(1));
  }

  private static void devices(Floor floor) {
    floor.working();
    floor.shell.section().set(Section.DEVICES);
    Scanners.show(floor.devices);
    Scanners.frames(floor.devices);
  }

  private static void devicesSimulated(Floor floor) {
    devices(floor);
    for (String name : List.of("Simulated scanner", "Keyboard scanner")) {
      floor.shell.showStatus(
          new StatusCell(name, Pictogram.SCAN_BARCODE, name + " ready", StatusCell.Health.FINE));
    }
    floor.shell.showStatus(
        new StatusCell(
            "scanner-2", Pictogram.PLUG_ZAP, "Scanner 2 not found", StatusCell.Health.ATTENTION));
    floor.devices.choose("simulated-scanner");
  }

  private static void network(Floor floor, String id) {
    devices(floor);
    Scanners.network(floor.devices);
    Scanners.networkFrames(floor.devices);
    for (String words :
        List.of("Keyboard scanner ready", "Simulated reader 1 ready", "Reader 3 ready")) {
      floor.shell.showStatus(
          new StatusCell("cell-" + words, Pictogram.NFC, words, StatusCell.Health.FINE));
    }
    for (String words : List.of("reader-dock-2 not found", "Printer 1 stopped")) {
      floor.shell.showStatus(
          new StatusCell("cell-" + words, Pictogram.PLUG_ZAP, words, StatusCell.Health.ATTENTION));
    }
    floor.devices.choose(id);
  }

  private static void pairing(Floor floor) {
    devices(floor);
    floor.devices.pairHandheld();
    PairingCode code =
        new PairingCode(
            "https://stock.example:8443",
            "k3Jx_-9ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij",
            Floor.NOW.plus(Duration.ofMinutes(10)),
            Optional.of("0123456789abcdef".repeat(4)));
    floor.devices.pairing().made(new WarehouseCode("NORTH"), code, Duration.ofMinutes(10));
  }

  private static void wizard(Floor floor, String id) {
    devices(floor);
    floor.devices.choose(id);
    floor.devices.setUp();
  }

  private static void wizardFrench(Floor floor) {
    wizard(floor, "keyboard");
    Scanners.read(floor.devices, "keyboard", Scanners.french() + "\r");
  }

  private static void wizardAfter(Floor floor, int codes) {
    wizard(floor, "scanner-1");
    for (int i = 0; i < codes; i++) {
      Scanners.readAsked(floor.devices, "scanner-1");
    }
  }

  private static void wizardGsLost(Floor floor) {
    wizardAfter(floor, 1);
    Scanners.read(floor.devices, "scanner-1", "]C1010950110153000310SWa1217Zy\r");
  }

  private static void wizardNothing(Floor floor) {
    wizard(floor, "scanner-1");
    for (int i = 0; i < 4; i++) {
      floor.devices.skip();
    }
  }

  private static void attention(Floor floor) {
    floor.working();
    floor.shell.sync().set(new SyncState.NeedsYou(2));
    floor.shell.section().set(Section.ATTENTION);
  }

  private static void discard(Floor floor) {
    attention(floor);
    floor.attention.askDiscard();
  }
}
