package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.ClientSettings;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.attention.AttentionScreen;
import dev.stockwright.desktop.attention.AttentionViewModel;
import dev.stockwright.desktop.devices.DevicesScreen;
import dev.stockwright.desktop.devices.DevicesViewModel;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.desktop.receiving.ReceivingScreen;
import dev.stockwright.desktop.receiving.ReceivingViewModel;
import dev.stockwright.desktop.shell.FloorWindow;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.shell.ShellViewModel;
import dev.stockwright.desktop.signin.SignInScreen;
import dev.stockwright.desktop.stock.StockScreen;
import dev.stockwright.desktop.stock.StockViewModel;
import dev.stockwright.devices.ScanSource;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.fx.look.FxDelay;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.fx.sound.LineAudio;
import dev.stockwright.fx.sound.Tones;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The floor app of one desk, put together: all its long-lived objects are made here. It can be
/// driven without a window; JavaFX must have been started.
///
/// Three kinds of threads meet here: the JavaFX thread, which owns all view models; the worker,
/// which reads the store and asks the server; and those of the scanners and links, which only hand
/// over. Whatever goes to the screen goes through one [FxBridge].
public final class FloorApp implements AutoCloseable {
  private static final Duration FRESHNESS = Duration.ofSeconds(1);

  private final InstantSource clock = InstantSource.system();
  private final ZoneId zone = ZoneId.systemDefault();
  private final SiteTime time = new SiteTime(zone);
  private final FxDelay delay = new FxDelay();
  private final ScanTimes scanTimes = new ScanTimes();
  private final LineAudio audio = new LineAudio();
  private final AtomicBoolean closed = new AtomicBoolean();

  private final ClientCore client;
  private final FxBridge bridge;
  private final Worker worker;
  private final Worker pages;
  private final Worker questions;
  private final SignInDesk signIn;
  private final ReceivingDesk receiving;
  private final StockDesk stock;
  private final AttentionDesk attention;
  private final DeskSections sections;
  private final FloorWindow window;
  private final ScreenKeeper keeper;
  private final Optional<SimulatedStrip> strip;
  private final Optional<SimulatedScanner> simulated;
  private final DevicesDesk devices;
  private final LinkShown link;
  private final DeskLanes lanes;

  /// Opens the device's store and builds the screens; then scanners start and, with a sign-in file,
  /// somebody is signed in. Nothing is shown yet. Waits for the JavaFX thread.
  ///
  /// Throws [FloorUnfit] or [StoreFailure] with a sentence when this desk cannot be worked at.
  public static FloorApp open(FloorOptions options) {
    return open(options, List.of(), FeedbackProbe.NONE);
  }

  /// The same with scanners of the caller's own, which are started and closed with the app.
  public static FloorApp open(FloorOptions options, List<ScanSource> others, FeedbackProbe probe) {
    Optional<Credentials> credentials = options.signInFile().map(SignInFile::take);
    DeviceId device =
        options.device().orElseGet(() -> DeskName.in(options.folder(), new SecureRandom()));
    Path store = options.folder().resolve("device.db");
    InstantSource clock = InstantSource.system();
    ZoneId zone = ZoneId.systemDefault();
    ClientCore client =
        ClientCore.open(
            new ClientSettings(store, device, options.server(), zone, clock),
            scan -> ScanReader.read(scan, LocalDate.ofInstant(clock.instant(), zone)));
    try {
      FxBridge bridge = new FxBridge();
      FloorApp app = bridge.call(() -> new FloorApp(options, device, client, bridge, probe));
      app.signIn.speakAsDesk();
      app.start(options, others);
      credentials.ifPresent(app::signIn);
      return app;
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private FloorApp(
      FloorOptions options,
      DeviceId device,
      ClientCore client,
      FxBridge bridge,
      FeedbackProbe probe) {
    this.client = client;
    this.bridge = bridge;
    this.worker = new Worker("floor-worker", this::mishap);
    this.pages = new Worker("floor-pages", this::mishap);
    this.questions = new Worker("floor-questions", this::mishap);
    this.signIn =
        new SignInDesk(
            client,
            worker,
            bridge,
            new SignInDesk.Place(options.server(), options.warehouse()),
            new Entering());
    this.lanes = new DeskLanes(options.folder());
    ReceivingPainter painter =
        new ReceivingPainter(client, zone, clock, lanes, options.simulatedScanner());
    this.devices = new DevicesDesk(this, bridge, clock, options, delay);
    FloorWork.Heard heard = new FloorWork.Heard(scanTimes, probe, new Tones(audio));
    this.receiving =
        new ReceivingDesk(
            new ReceivingDesk.Parts(
                client, worker, bridge, clock, heard, lanes, painter, this::offer, signIn.speech()),
            delay,
            devices);
    this.stock =
        new StockDesk(
            new StockDesk.Parts(
                client, worker, pages, questions, bridge, clock, signIn.speech(), signIn.wishes()),
            this::read,
            delay);
    this.attention = new AttentionDesk(client, worker, bridge, signIn.speech());
    DeskSections.Parts shared =
        new DeskSections.Parts(client, worker, questions, bridge, clock, signIn.shell(), delay);
    this.sections = new DeskSections(shared, heard, receiving.model()::scan);
    this.window = window(delay);
    this.keeper =
        new ScreenKeeper(
            options.folder().resolve("screens.properties"),
            window,
            new ScreenKeeper.Kept(
                signIn.shell(), stock.model(), sections.lists(), sections.board(), signIn.wishes()),
            worker);
    this.link =
        new LinkShown(
            this, options.server(), new SyncWords(time, client::wording), receiving.model()::say);
    signIn.shell().device().set(device.code());
    this.simulated =
        options.simulatedScanner()
            ? Optional.of(new SimulatedScanner(new DeviceId("simulated-scanner"), clock))
            : Optional.empty();
    this.strip = simulated.map(scanner -> new SimulatedStrip(scanner, signIn.speech()));
    strip.ifPresent(shown -> shown.addTo(window, signIn.shell().signedIn()));
  }

  private FloorWindow window(Delay pauses) {
    ReceivingScreen receivingScreen = new ReceivingScreen(receiving.model(), time, clock);
    Map<Section, Screen> screens = new EnumMap<>(sections.screens(time));
    screens.put(Section.RECEIVE, receivingScreen);
    screens.put(Section.STOCK, new StockScreen(stock.model(), time, clock));
    screens.put(
        Section.ATTENTION, new AttentionScreen(attention.model(), time, receivingScreen::scan));
    screens.put(Section.DEVICES, new DevicesScreen(devices.model(), time, receivingScreen::scan));
    FloorWindow made =
        new FloorWindow(signIn.shell(), new SignInScreen(signIn.model()), screens, clock);
    pauses.after(FRESHNESS, () -> tick(pauses));
    return made;
  }

  private void start(FloorOptions options, List<ScanSource> others) {
    client.onSync(
        status -> {
          stock.online(status.online());
          bridge.show("sync", () -> show(status));
        });
    client.onCatalogue(receiving::redraw);
    client.onCatalogue(sections::redraw);
    client.onOutbox(new SettledWork(receiving, attention, sections));
    client.onSettled(attention::settled);
    devices.start(window, options, simulated, others);
    lanes.scanners(devices.sources());
    String damaged = say(FramePhrase.STORE_DAMAGED);
    client.quarantined().ifPresent(file -> alert(damaged, say(FramePhrase.STORE_PUT_ASIDE, file)));
  }

  /// What follows when the desk goes to work somewhere.
  private final class Entering implements SignInDesk.Entrance {
    @Override
    public void entered(WarehouseDesk desk) {
      receiving.entered(desk);
      stock.entered(desk);
      sections.entered(desk);
      attention.redraw();
    }

    @Override
    public void came(SignedIn person) {
      receiving.redraw();
      stock.came(person);
      bridge.post(() -> keeper.came(person.operator().code()));
      sections.came();
    }

    @Override
    public void spoken() {
      receiving.redraw();
      stock.spoken();
      attention.redraw();
      devices.spoken();
      bridge.show("spoken", link::spoken);
    }
  }

  private void show(SyncStatus status) {
    link.show(status);
    stock.freshness();
    attention.redraw();
    sections.redraw();
  }

  private void tick(Delay pauses) {
    if (!closed.get()) {
      worker.run(stock::freshness);
      keeper.keep();
      devices.refresh();
      sections.tick();
      pauses.after(FRESHNESS, () -> tick(pauses));
    }
  }

  private void offer(ReceivingPicture picture) {
    strip.ifPresent(shown -> shown.show(picture.codes()));
  }

  /// A step broke off: a bug, or the store.
  void mishap(RuntimeException e) {
    alert(
        say(HandheldPhrase.STEP_FAILED),
        e instanceof StoreFailure why ? why.sentence() : say(HandheldPhrase.TRY_ONCE_MORE));
  }

  private void alert(String head, String detail) {
    receiving.say(Feedback.system(Pictogram.TRIANGLE_ALERT, head, detail));
  }

  private String say(Phrase phrase, Object... parts) {
    return wording().say(Text.of(phrase, parts));
  }

  private Identified read(Scan scan) {
    return ScanReader.read(scan, LocalDate.ofInstant(clock.instant(), zone));
  }

  /// A scan of any device of this desk. Any thread.
  void scanned(Scan scan) {
    scanTimes.heard(scan);
    bridge.post(() -> window.scanned(scan));
  }

  /// The scan before came again at once. Any thread.
  void bounced(Scan scan) {
    bridge.post(() -> window.bounced(scan));
  }

  /// A device is now like this. Any thread.
  void show(StatusCell cell) {
    bridge.show(cell.id(), () -> signIn.shell().showStatus(cell));
  }

  /// A device has something to say that is no scan. Any thread.
  void say(Feedback feedback) {
    bridge.post(
        () -> {
          if (signIn.shell().signedIn().get()) {
            receiving.model().say(feedback);
          }
        });
  }

  /// Signs somebody in; the answer shows on the screen. Any thread.
  public void signIn(Credentials credentials) {
    signIn.signIn(credentials);
  }

  /// The screens; of the JavaFX thread.
  public FloorWindow window() {
    return window;
  }

  /// What brings the window to where it was; of the JavaFX thread.
  ScreenKeeper keeper() {
    return keeper;
  }

  /// Opens the window; `onHidden` hears when a person closes it. Any thread.
  void show(Runnable onHidden) {
    bridge.post(() -> DesktopMain.show(this, onHidden));
  }

  /// What this desk speaks now. Any thread.
  Wording wording() {
    return client.wording();
  }

  /// What works below the screens.
  ClientCore client() {
    return client;
  }

  /// What the frame shows; of the JavaFX thread.
  public ShellViewModel shell() {
    return signIn.shell();
  }

  String signInMessage() {
    return signIn.model().message().get();
  }

  /// What the receiving screen shows; of the JavaFX thread.
  public ReceivingViewModel receiving() {
    return receiving.model();
  }

  /// What the stock screen shows; of the JavaFX thread.
  public StockViewModel stock() {
    return stock.model();
  }

  /// What the list of refused work shows; of the JavaFX thread.
  public AttentionViewModel attention() {
    return attention.model();
  }

  /// Work by cards and the lists; of the JavaFX thread.
  DeskSections sections() {
    return sections;
  }

  /// What the screen of the devices shows; of the JavaFX thread.
  public DevicesViewModel devices() {
    return devices.model();
  }

  /// Scans already read are handled first; what is saved stays. Not on the JavaFX thread: closing a
  /// port can take seconds. Safe to call twice.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      devices.close();
      receiving.close();
      sections.close();
      pages.close();
      questions.close();
      worker.close();
      client.close();
      audio.close();
    }
  }
}
