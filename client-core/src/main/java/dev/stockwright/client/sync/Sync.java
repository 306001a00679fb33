package dev.stockwright.client.sync;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.client.replica.OwnWork;
import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Work;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// The links of one device in one warehouse, each with a thread of its own: commands up, events
/// down, master data down. Started once, closed once.
public final class Sync implements AutoCloseable {
  /// What this device keeps of the master data.
  private static final Set<DocumentKind> MASTER =
      Set.of(DocumentKind.PRODUCT, DocumentKind.BARCODE, DocumentKind.LOCATION);

  private final LinkHealth health;
  private final OutboxSender sender;
  private final LinkThread sending;
  private final LinkThread stream;
  private final LinkThread renewing;
  private final LinkThread gathering;
  private final LinkThread working;
  private final LinkThread keeping;
  private final LinkThread following;
  private final StreamLink streamLink;
  private final CatalogueRenewal renewal;
  private final BalanceRenewal balances;
  private final MoveRenewal moves;
  private final WorkRenewal work;
  private final ReferralRenewal referrals;
  private final Leases leases;
  private final OwnWork own;
  private final Consumer<Command> accepted;
  private final Outbox outbox;
  private final OutboxListener wake;

  /// What the links are made of.
  ///
  /// @param certain whether it is sure which own receipts are in an order that was just read
  /// @param server such as `http://stock.example:8080`
  public record Parts(
      HttpClient client,
      URI server,
      ServerLink link,
      Outbox outbox,
      StockReplica replica,
      Balances balances,
      LastMoves lastMoves,
      Work work,
      OwnWork own,
      Catalogue catalogue,
      LinkHealth health,
      Predicate<OpenOrder> certain,
      InstantSource clock,
      RandomGenerator random) {}

  /// @param renewed called after the master data was renewed, on its link's thread
  public Sync(Parts parts, Runnable renewed) {
    this.health = parts.health();
    this.outbox = parts.outbox();
    this.sender =
        new OutboxSender(
            parts.outbox(), parts.link(), parts.health(), parts.clock(), parts.random());
    this.sending = new LinkThread("outbox-sender", Bell.real(), sender::step);
    Bell streamBell = Bell.real();
    this.streamLink =
        new StreamLink(
            new StreamLink.StreamSettings(
                parts.client(),
                StreamLink.StreamSettings.addressOf(parts.server()),
                parts.clock(),
                parts.random(),
                this::connected),
            parts.link(),
            parts.replica(),
            parts.health(),
            streamBell::ring);
    this.stream = new LinkThread("stream-link", streamBell, streamLink::step);
    this.renewal =
        new CatalogueRenewal(
            parts.link(),
            parts.catalogue(),
            parts.replica().warehouse(),
            parts.certain(),
            renewed,
            new CatalogueRenewal.Chance(
                parts.clock(),
                parts.random(),
                () -> parts.replica().position().map(Position::epoch).orElse(0L)));
    this.renewing = new LinkThread("catalogue-renewal", Bell.real(), renewal::step);
    this.moves = moves(parts, renewed);
    this.following = new LinkThread("last-moves", Bell.real(), moves::step);
    parts.lastMoves().onWanted(following::ring);
    this.balances =
        new BalanceRenewal(
            parts.link(),
            parts.balances(),
            parts.replica().warehouse(),
            renewed,
            parts.clock(),
            parts.random());
    this.gathering = new LinkThread("balance-renewal", Bell.real(), balances::step);
    parts.balances().onWanted(gathering::ring);
    WarehouseCode warehouse = parts.replica().warehouse();
    this.work =
        new WorkRenewal(
            new WorkPages(parts.link(), parts.work(), parts.catalogue(), warehouse, parts.clock()),
            parts.work(),
            renewed,
            parts.clock(),
            parts.random());
    this.referrals =
        new ReferralRenewal(parts.link(), parts.outbox(), parts.clock(), parts.random());
    referrals.listen(settled -> health.recount());
    this.working = new LinkThread("work-renewal", Bell.real(), this::renew);
    this.leases =
        new Leases(parts.link(), parts.outbox().sender(), warehouse, parts.clock(), parts.random());
    this.keeping = new LinkThread("lease-keeper", Bell.real(), leases::step);
    this.own = parts.own();
    this.accepted = this::accepted;
    this.wake = new Wake();
    parts.replica().listen(parts.lastMoves()::changed);
    parts.replica().listen(this::changed);
  }

  /// Asked only while there is a server, by whoever may see stock.
  private static MoveRenewal moves(Parts parts, Runnable renewed) {
    return new MoveRenewal(
        parts.link(),
        parts.lastMoves(),
        parts.replica().warehouse(),
        () -> parts.health().status().online() && parts.balances().asOf().isPresent(),
        renewed,
        parts.clock(),
        parts.random());
  }

  /// A new command rings the sender.
  private final class Wake implements OutboxListener {
    @Override
    public void added(Envelope envelope) {
      sending.ring();
    }

    @Override
    public void settled(Envelope envelope, Answer answer) {
      // the sender did it
    }
  }

  private Duration renew() {
    Duration first = work.step();
    Duration second = referrals.step();
    return first.compareTo(second) < 0 ? first : second;
  }

  private void changed(ReplicaChange change) {
    boolean receipt =
        change.events().stream()
            .anyMatch(e -> e instanceof Event.StockMoved m && m.reference().isPresent());
    if (receipt) {
      renewal.ordersChanged();
      renewing.ring();
    }
    if (change.events().stream().anyMatch(Sync::ofMaster)) {
      renewal.masterChanged();
      renewing.ring();
    }
    if (change.all()) {
      work.everything();
      referrals.now();
      working.ring();
    }
    if (change.events().stream().filter(work::happened).count() > 0) {
      working.ring();
    }
    if (change.events().stream().anyMatch(referrals::happened)) {
      working.ring();
    }
  }

  private static boolean ofMaster(Event event) {
    return event instanceof Event.DocumentChanged changed && MASTER.contains(changed.document());
  }

  private void accepted(Command command) {
    work.accepted(command);
    working.ring();
  }

  public void start() {
    outbox.listen(wake);
    own.onAccepted(accepted);
    sending.start();
    stream.start();
    renewing.start();
    gathering.start();
    working.start();
    keeping.start();
    following.start();
  }

  public LinkHealth health() {
    return health;
  }

  /// The server is there again: what waits to be sent does not wait longer.
  private void connected() {
    sender.hurry();
    sending.ring();
  }

  /// Told of refused work that a supervisor has decided about, on the thread that heard of it. Must
  /// be quick.
  public void onSettled(Consumer<Settlement> listener) {
    referrals.listen(listener);
  }

  /// Somebody works on these tasks now, and on no others: nobody else is given them.
  public void hold(Set<Reference> tasks) {
    if (leases.hold(tasks)) {
      keeping.ring();
    }
  }

  /// Follows the stock of these warehouses besides, as long as somebody looks at it.
  public void follow(List<StockReplica> besides) {
    streamLink.follow(besides);
  }

  /// Somebody has signed in.
  public void signedIn() {
    health.answered();
    work.everything();
    referrals.now();
    tryNow();
  }

  /// A person wants it now: nothing waits any longer.
  public void tryNow() {
    sender.hurry();
    sending.ring();
    stream.ring();
    renewing.ring();
    balances.check();
    referrals.now();
    gathering.ring();
    working.ring();
    moves.hurry();
    following.ring();
  }

  @Override
  public void close() {
    outbox.forget(wake);
    own.forget(accepted);
    sending.close();
    stream.close();
    renewing.close();
    gathering.close();
    working.close();
    keeping.close();
    following.close();
    streamLink.close();
  }
}
