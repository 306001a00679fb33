package dev.stockwright.client;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.JournalOutbox;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.client.refusals.RefusalWords;
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.replica.OwnWork;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Unfinished;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.HttpServerLink;
import dev.stockwright.client.sync.LinkHealth;
import dev.stockwright.client.sync.PinnedCertificate;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerLink;
import dev.stockwright.client.sync.ServerQueries;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.sync.Sync;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Everything a device does without a screen, put together: an app makes one, hands it scans and
/// shows what it says. All long-lived objects of the client are made here.
///
/// Safe for many threads. [#enter], [#close] and the sign-in are for one thread at a time.
public final class ClientCore implements AutoCloseable {
  private final ClientSettings settings;
  private final Function<Scan, Identified> reader;
  private final RandomGenerator random = new SecureRandom();
  private final DeviceStore store;
  private final Optional<Path> quarantined;
  private final Outbox outbox;
  private final Catalogue catalogue;
  private final OwnReceipts receipts;
  private final OwnWork ownWork;
  private final LinkHealth health;
  private final HttpClient client;
  private final ServerLink link;
  private final ServerQueries queries;
  private final List<Runnable> catalogueListeners = new CopyOnWriteArrayList<>();
  private final ShiftAnswers answers = new ShiftAnswers();
  private volatile Wording wording;
  private final KnownPeople people;
  private volatile Preferences preferences;
  private volatile Optional<SignedIn> signedIn = Optional.empty();
  // The server itself has said who it is.
  private volatile boolean vouched;
  private volatile Optional<WarehouseDesk> desk = Optional.empty();

  private ClientCore(
      ClientSettings settings, Function<Scan, Identified> reader, DeviceStore.Opened opened) {
    this.settings = settings;
    this.reader = reader;
    this.wording = new Wording(settings.language(), settings.zone(), settings.clock());
    this.store = opened.store();
    this.quarantined = opened.quarantined();
    this.people = new KnownPeople(store, settings.clock(), random);
    this.preferences = Preferred.read(store, settings.language());
    this.outbox = new JournalOutbox(store, settings.device(), settings.clock(), random);
    this.catalogue = new Catalogue(store);
    this.receipts = new OwnReceipts(outbox, settings.clock());
    this.ownWork = new OwnWork(outbox, settings.clock());
    this.health = new LinkHealth(outbox, settings.clock());
    this.client = PinnedCertificate.client(settings.certificate(), Duration.ofSeconds(5));
    HttpServerLink server = new HttpServerLink(client, settings.server(), settings.clock());
    this.link = server;
    this.queries = new ServerQueries(server, settings.certificate());
  }

  /// Opens the device's store and everything on it; nothing is asked of the server yet. Throws
  /// [dev.stockwright.client.store.StoreFailure] when the device cannot be worked with.
  ///
  /// @param reader what a scan says by itself
  public static ClientCore open(ClientSettings settings, Function<Scan, Identified> reader) {
    return new ClientCore(settings, reader, DeviceStore.open(settings.store(), settings.clock()));
  }

  /// Where a damaged store was put when one was found at the start; then a person must be told.
  public Optional<Path> quarantined() {
    return quarantined;
  }

  /// Asks the server who this is; takes up to 10 seconds. Work that waits is sent at once.
  public Reply<SignedIn> signIn(Credentials credentials) {
    Reply<SignedIn> reply = link.signIn(credentials, settings.device());
    if (reply instanceof Reply.Ok<SignedIn>(SignedIn person)) {
      signedIn = Optional.of(person);
      vouched = true;
      if (person.countsBlind()) {
        desk.ifPresent(WarehouseDesk::forgetStock);
      }
      desk.map(WarehouseDesk::sync).ifPresent(Sync::signedIn);
    }
    if (reply instanceof Reply.Failed<SignedIn>(Reply.Unreachable unreachable)) {
      health.unreachable();
    }
    return reply;
  }

  /// Ends the session; what waits stays, with its author, and is sent by whoever signs in next.
  public void signOut() {
    signedIn = Optional.empty();
    vouched = false;
    desk.ifPresent(WarehouseDesk::leave);
    link.signOut();
  }

  public Optional<SignedIn> signedIn() {
    return signedIn;
  }

  /// Goes to work in a warehouse: opens its replica and starts the links. The desk of another
  /// warehouse is closed before.
  public WarehouseDesk enter(WarehouseCode warehouse) {
    desk.ifPresent(WarehouseDesk::close);
    Unfinished unfinished = new Unfinished();
    Function<WarehouseCode, StockReplica> opening =
        where -> new StockReplica(store, where, outbox, settings.clock(), unfinished);
    StockReplica replica = opening.apply(warehouse);
    Balances balances = new Balances(store, warehouse, settings.clock());
    replica.keep(balances);
    if (signedIn.filter(SignedIn::countsBlind).isPresent()) {
      balances.forget();
    }
    Work work = new Work(store, warehouse, ownWork);
    LastMoves moves = new LastMoves();
    SiteBooks books = new SiteBooks(warehouse, catalogue, replica, balances, moves, work, receipts);
    Sightings sightings = new Sightings(books, people::badge);
    Sync sync =
        new Sync(
            new Sync.Parts(
                client,
                settings.server(),
                link,
                outbox,
                replica,
                balances,
                moves,
                work,
                ownWork,
                catalogue,
                health,
                receipts::certain,
                settings.clock(),
                random),
            () -> catalogueListeners.forEach(Runnable::run));
    AtSite now = new AtSite(replica, books, settings, this::signedIn, health);
    Activities.Around around =
        new Activities.Around(now, this::wording, DeskApproval.Means.of(this));
    Activities activities = new Activities(warehouse, store, outbox, reader, sightings, around);
    WarehouseDesk entered =
        new WarehouseDesk(replica, balances, moves, work, sync, activities, opening);
    desk = Optional.of(entered);
    sync.onSettled(answers::settled);
    sync.start();
    if (vouched) {
      sync.signedIn(); // The server has just answered: no need to wait for the stream.
    }
    return entered;
  }

  private Origin from(Optional<String> scan, boolean insisted) {
    return new Origin(signedIn.map(SignedIn::operator), scan, insisted, !health.status().online());
  }

  /// The device in people's hands, with sign-in, home and all activities.
  ///
  /// @param warehouse where the device belongs; absent: the person's first
  /// @param idle after so long without a touch the screen is covered
  /// @param shown hears of every change, on the thread that made it; must be quick
  public Shift shift(Optional<WarehouseCode> warehouse, Duration idle, Consumer<Shift.View> shown) {
    Shift shift = new Shift(this, new Door(this, people, warehouse), idle, shown);
    outbox.listen(answers.to(shift));
    shift.show();
    return shift;
  }

  /// The activities of who is signed in, in the warehouse that was entered last.
  ///
  /// @param elsewhere activities that the app has screens of its own for
  public Optional<WorkDesk> workDesk(Set<Activity> elsewhere) {
    return desk.flatMap(
        here ->
            signedIn.map(who -> new WorkDesk(this, here.activities(), who.operator(), elsewhere)));
  }

  /// Lets somebody in without the server; what they do is sent when they are signed in there.
  void actAs(SignedIn person) {
    signedIn = Optional.of(person);
    vouched = false;
  }

  /// The desk of a warehouse, entered only when it is another one than before.
  void enterOnce(WarehouseCode warehouse) {
    if (desk.filter(now -> now.stock().warehouse().equals(warehouse)).isEmpty()) {
      WarehouseDesk entered = enter(warehouse);
      assert entered.stock().warehouse().equals(warehouse);
    }
  }

  Approval approval() {
    return new Approval(link, health, settings.device(), settings.clock(), random);
  }

  KnownPeople people() {
    return people;
  }

  DeviceStore store() {
    return store;
  }

  Instant now() {
    return settings.clock().instant();
  }

  /// Where the server is.
  String server() {
    return settings.server().getHost();
  }

  DeviceId device() {
    return settings.device();
  }

  Identified read(Scan scan) {
    return reader.apply(scan);
  }

  Activities activities() {
    return desk.orElseThrow().activities();
  }

  /// How this device looks and sounds.
  public Preferences preferences() {
    return preferences;
  }

  void prefer(Preferences wanted) {
    Preferred.keep(store, wanted);
    preferences = wanted;
    speak(wanted.language());
  }

  /// In which language it speaks now.
  public Wording wording() {
    return wording;
  }

  /// Speaks another language from now on; what was said before stays as it is.
  public void speak(Language language) {
    wording = new Wording(language, settings.zone(), settings.clock());
  }

  /// The desk of the warehouse that was entered last.
  public Optional<WarehouseDesk> desk() {
    return desk;
  }

  /// Keeps any command that a screen makes itself, such as an adjustment.
  ///
  /// @param insisted a person has decided so although the books say otherwise
  public Added add(Command command, boolean insisted) {
    return outbox.add(command, from(Optional.empty(), insisted));
  }

  /// What screens may ask the server; each question takes up to [ServerQueries#DEADLINE].
  public ServerQueries queries() {
    return queries;
  }

  /// Products, places and orders as this device knows them.
  public Catalogue catalogue() {
    return catalogue;
  }

  /// The open orders of a warehouse, received counts up to date.
  public List<OpenOrder> openOrders(WarehouseCode warehouse) {
    return catalogue.openOrders(warehouse).stream().map(receipts::brought).toList();
  }

  /// Told after the catalogue was renewed, on the thread that did it.
  public void onCatalogue(Runnable listener) {
    catalogueListeners.add(listener);
  }

  /// "What happened to my last actions": newest first.
  public List<Entry> history(int limit) {
    return outbox.newest(limit);
  }

  /// One command of this device and how it stands.
  public Optional<Entry> find(CommandId id) {
    return outbox.find(id);
  }

  /// Told of every command that was kept or answered, on the thread that did it. Must be quick.
  public void onOutbox(OutboxListener listener) {
    outbox.listen(listener);
  }

  /// Refused work that waits for a person, oldest first.
  public List<Entry> attention() {
    return outbox.attention();
  }

  /// Why the server refused it, in the language of this device; empty when it did not.
  public String refusal(Entry entry) {
    return RefusalWords.sentence(entry.answer(), wording);
  }

  /// Gives refused work again as a new command, under the name of who is signed in. What was
  /// insisted on stays so.
  ///
  /// @param insisted record it although the books say otherwise
  public Added resend(CommandId refused, boolean insisted) {
    Optional<Envelope> old = outbox.find(refused).map(Entry::envelope);
    boolean still = insisted || old.filter(Envelope::insisted).isPresent();
    Added added = outbox.resend(refused, from(old.flatMap(Envelope::scan), still));
    health.recount();
    return added;
  }

  /// Sends refused work to a supervisor, who decides about it; it stays in the list until then.
  public Added refer(CommandId refused, Optional<String> note) {
    Added added = Referring.refer(outbox, refused, note, from(Optional.empty(), false));
    health.recount();
    return added;
  }

  /// Told of refused work that a supervisor has decided about. Must be quick.
  public void onSettled(Consumer<Settlement> listener) {
    answers.listen(listener);
  }

  /// Gives refused work up; false when it was not in the list.
  ///
  /// @param reason why, in a person's words
  public boolean discard(CommandId refused, String reason) {
    boolean discarded = outbox.discard(refused, reason);
    health.recount();
    return discarded;
  }

  public SyncStatus syncStatus() {
    return health.status();
  }

  /// Told of every change of the sync status. Must be quick.
  public void onSync(Consumer<SyncStatus> listener) {
    health.listen(listener);
  }

  /// A person wants everything to be sent now.
  public void tryNow() {
    desk.map(WarehouseDesk::sync).ifPresent(Sync::tryNow);
  }

  @Override
  public void close() {
    desk.ifPresent(WarehouseDesk::close);
    desk = Optional.empty();
    answers.close();
    client.shutdownNow();
    store.close();
  }
}
