package dev.stockwright.desktop.harness;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.attention.AttentionScreen;
import dev.stockwright.desktop.attention.AttentionViewModel;
import dev.stockwright.desktop.devices.DevicesScreen;
import dev.stockwright.desktop.devices.DevicesViewModel;
import dev.stockwright.desktop.lists.ListsScreen;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.look.Look;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.desktop.look.SyncState;
import dev.stockwright.desktop.picking.BoardScreen;
import dev.stockwright.desktop.picking.BoardViewModel;
import dev.stockwright.desktop.receiving.ReceivingScreen;
import dev.stockwright.desktop.receiving.ReceivingViewModel;
import dev.stockwright.desktop.shell.FloorWindow;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.shell.ShellViewModel;
import dev.stockwright.desktop.signin.SignInScreen;
import dev.stockwright.desktop.signin.SignInViewModel;
import dev.stockwright.desktop.stock.PageSource;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScreen;
import dev.stockwright.desktop.stock.StockViewModel;
import dev.stockwright.desktop.work.WorkScreen;
import dev.stockwright.desktop.work.WorkViewModel;
import dev.stockwright.fx.harness.ManualDelay;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;

/// The whole floor app over view models that a test fills. Make and use it on the JavaFX thread.
public final class Floor {
  public static final Instant NOW = Goods.at("10:42");

  public final Asked asked = new Asked();
  public final Wording words = Spoken.wording(Language.ENGLISH);
  public final Speech speech = new Speech(words);
  public final SignInViewModel signIn = new SignInViewModel(asked, 4, speech);
  public final ShellViewModel shell = new ShellViewModel(asked, speech);
  public final ReceivingViewModel receiving;
  public final ManualDelay delay;
  public final StockViewModel stock;
  public final AttentionViewModel attention = new AttentionViewModel(asked, speech);
  public final DevicesViewModel devices;
  public final WorkViewModel work;
  public final ListsViewModel lists;
  public final BoardViewModel board;
  public final FloorWindow window;

  /// The clock of the keys: stands until a test moves it, so that typed characters are a burst.
  public final AtomicLong nanos = new AtomicLong();

  public Floor(PageSource<StockRow> source, ManualDelay delay) {
    this.delay = delay;
    SiteTime time = new SiteTime(ZoneOffset.UTC);
    InstantSource clock = InstantSource.fixed(NOW);
    receiving = new ReceivingViewModel(asked, delay, asked, speech);
    stock = new StockViewModel(asked, source, delay, speech);
    devices = new DevicesViewModel(asked, delay, nanos::get, speech);
    work = new WorkViewModel(asked, asked, speech);
    lists = new ListsViewModel(asked, speech);
    board = new BoardViewModel(asked, speech, delay);
    ReceivingScreen receivingScreen = new ReceivingScreen(receiving, time, clock);
    window =
        new FloorWindow(
            shell,
            new SignInScreen(signIn),
            Map.of(
                Section.RECEIVE, receivingScreen,
                Section.STOCK, new StockScreen(stock, time, clock),
                Section.ATTENTION, new AttentionScreen(attention, time, receivingScreen::scan),
                Section.DEVICES, new DevicesScreen(devices, time, receivingScreen::scan),
                Section.WORK, new WorkScreen(work),
                Section.LISTS, new ListsScreen(lists, work::scan),
                Section.PICKING, new BoardScreen(board, time, clock, work::scan)),
            clock,
            nanos::get);
    shell.device().set("DESK-1");
    shell.warehouse().set("Eastfield");
    shell.user().set("Ines Ferrer");
    stock.warehouse().set("Eastfield");
    shell.sync().set(new SyncState.Live());
    shell.showStatus(
        new StatusCell("server", Pictogram.SERVER, "Server live", StatusCell.Health.FINE));
    shell.showStatus(
        new StatusCell(
            "scanner-1", Pictogram.SCAN_BARCODE, "Scanner 1 ready", StatusCell.Health.FINE));
    shell.showStatus(
        new StatusCell(
            "scanner-2", Pictogram.SCAN_BARCODE, "Scanner 2 ready", StatusCell.Health.FINE));
    shell.showUnsent(0);
  }

  /// Signed in, with an order half received.
  public Floor working() {
    shell.signedIn().set(true);
    receiving.queue().setAll(Goods.queue());
    receiving.openId().set(Optional.of("q1"));
    receiving.receipt().set(Optional.of(Goods.header()));
    receiving.showLines(Goods.lines());
    receiving.undoable().set(true);
    Goods.feed().reversed().forEach(receiving::showInFeed);
    stock.start();
    stock.history().newest(Goods.movements(), true);
    attention.items().setAll(Goods.refused());
    return this;
  }

  public Scene scene() {
    return window.scene();
  }

  public Look look() {
    return window.look();
  }

  /// A scan of the serial scanner.
  public void scan(String text) {
    window.scanned(Scan.ofText(text, new DeviceId("scanner-1"), NOW));
  }
}
