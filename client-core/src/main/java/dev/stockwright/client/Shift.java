package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.rfid.TagReader;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One device in people's hands: who works with it, what they are at, and what lies over it. An app
/// hands it scans and presses one after the other and shows its card; it may wait for the server
/// while somebody signs in or a supervisor allows something, never else.
///
/// All methods are synchronized on this.
public final class Shift {
  /// So long nobody is in the middle of a scan.
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final ClientCore client;
  private final Door door;
  private final Duration idle;
  private final Consumer<View> shown;
  private final Sweeping sweeping;
  private Optional<Unpairing> unpairing = Optional.empty();
  private Optional<Work> work = Optional.empty();
  private Optional<Panel> panel = Optional.empty();
  private Optional<Turn> said = Optional.empty();
  private long turns;
  private Instant touched;
  private final Untold untold = new Untold();

  /// What is to be seen now.
  ///
  /// @param turns how many things have been said so far; tells what is new from what is drawn again
  /// @param undoable how many of the last steps can be taken back
  /// @param back there is a step before this one
  /// @param person who works with the device
  /// @param beat while an item is looked for and heard: the pause between two beats
  public record View(
      Card card,
      Optional<Turn> said,
      long turns,
      int undoable,
      boolean back,
      Optional<String> person,
      Optional<Duration> beat) {
    /// Before anything was shown.
    public static final View NONE = AroundHome.unseen();
  }

  private record Work(Door.Person person, PersonAtWork at) {}

  /// @param idle after so long without a touch the screen is covered
  /// @param shown hears of every change, on the thread that made it; must be quick
  Shift(ClientCore client, Door door, Duration idle, Consumer<View> shown) {
    this.client = client;
    this.door = door;
    this.idle = idle;
    this.shown = shown;
    this.sweeping = new Sweeping(client.catalogue());
    this.touched = client.now();
  }

  /// Handles one scan.
  public synchronized Turn scan(Scan scan) {
    touched = client.now();
    try {
      return tell(work.isEmpty() || door.bars(scan) ? atTheDoor(door.scan(scan)) : atWork(scan));
    } catch (StoreFailure failure) {
      return tell(Turn.notKept(failure.kind()));
    }
  }

  /// Handles what was pressed, chosen or typed.
  public synchronized Turn give(Input input) {
    touched = client.now();
    try {
      return tell(work.isEmpty() || door.covered() ? atTheDoor(door.give(input)) : pressed(input));
    } catch (StoreFailure failure) {
      return tell(Turn.notKept(failure.kind()));
    }
  }

  private Turn tell(Turn turn) {
    boolean quiet = turn.left().filter(leaving -> leaving.seen().isEmpty()).isPresent();
    said = quiet ? Optional.empty() : Optional.of(turn);
    turns++;
    show();
    return turn;
  }

  public synchronized void show() {
    sweeping.follow(swept(), panel.orElse(null) instanceof LocatePanel);
    client.desk().ifPresent(desk -> desk.watch(uncovered().flatMap(PersonAtWork::watched)));
    Optional<String> person = work.map(now -> now.person().who().name());
    int undoable = uncovered().map(PersonAtWork::undoable).orElse(0);
    shown.accept(new View(card(), said, turns, undoable, back(), person, Sweeping.beat(panel)));
  }

  private Turn atTheDoor(Door.Passed passed) {
    if (!door.complete()) {
      return entered(passed);
    }
    tell(passed.turn());
    return entered(door.ask());
  }

  private Turn entered(Door.Passed passed) {
    if (passed.person().isEmpty()) {
      return passed.turn();
    }
    Door.Person person = passed.person().get();
    panel = Optional.empty();
    if (work.filter(old -> old.person().who().operator().equals(person.who().operator()))
        .isEmpty()) {
      PersonAtWork at =
          new PersonAtWork(client, client.activities(), person.who().operator(), Set.of());
      work = Optional.of(new Work(person, at));
    }
    boolean inTheMiddle = work.filter(now -> now.at().activity() != Activity.HOME).isPresent();
    return inTheMiddle
        ? Turn.of(
            Signal.ACCEPT, Said.of(Text.of(ShiftPhrase.RESUMED), card().prompt().instruction()))
        : passed.turn();
  }

  private Turn atWork(Scan scan) {
    Identified read = client.read(scan);
    Optional<KnownPerson> badge =
        read instanceof Identified.PlainCode(String text)
            ? client.people().of(text.strip())
            : Optional.empty();
    if (panel.orElse(null) instanceof ApprovalPanel asking) {
      return after(asking.seen(read, badge, work.orElseThrow().at().known(read)));
    }
    if (badge.isPresent()) {
      String text = ((Identified.PlainCode) read).text().strip();
      return allows(badge.get(), text).orElseGet(() -> shown(badge.get(), text));
    }
    Optional<Panel.After> taken =
        panel.flatMap(open -> open.seen(work.orElseThrow().at().known(read)));
    if (taken.isPresent()) {
      return after(taken.get());
    }
    panel = Optional.empty();
    return worked(work.orElseThrow().at().scanned(scan));
  }

  /// A supervisor is asked when what was begun is theirs to give.
  private Turn worked(Turn turn) {
    PersonAtWork at = work.orElseThrow().at();
    panel = client.approval().asked(at.wanted(), this::tell, at::approved).or(() -> panel);
    return turn;
  }

  /// The badge of a supervisor, where the card has something for one, is their answer to it.
  private Optional<Turn> allows(KnownPerson person, String badge) {
    Optional<Input> theirs = work.flatMap(now -> now.at().allowed());
    if (panel.isPresent() || theirs.isEmpty() || !person.supervisor() || own(person)) {
      return Optional.empty();
    }
    Turn turn = worked(work.orElseThrow().at().given(theirs.get()));
    return Optional.of(
        panel.orElse(null) instanceof ApprovalPanel asking
            ? after(asking.shown(person, badge))
            : turn);
  }

  private boolean own(KnownPerson person) {
    return work.filter(now -> now.person().is(person)).isPresent();
  }

  private Turn shown(KnownPerson person, String badge) {
    boolean own = own(person);
    QuestionPanel asked =
        HandOver.asked(
            own, person.name(), () -> left(own ? HandOver::signedOut : () -> door.show(badge)));
    panel = Optional.of(asked);
    return asked.said();
  }

  private Panel.After left(Supplier<Turn> then) {
    work = Optional.empty();
    door.leave();
    return new Panel.After(Optional.empty(), Optional.of(then.get()));
  }

  private Turn pressed(Input input) {
    if (panel.isPresent()) {
      Panel.After next = panel.get().give(input);
      return next.said().isPresent() ? after(next) : after(next).quiet();
    }
    Optional<LocationCode> swept = sweeping.possible(swept());
    if (input.equals(new Input.Point(Sweeping.SWEEP)) && swept.isPresent()) {
      return sweeping.pressed(swept.get());
    }
    if (input instanceof Input.Point(String what) && opened(what)) {
      return Turn.of(Signal.ACCEPT, Said.of(card().prompt().instruction())).quiet();
    }
    if (input instanceof Input.Point(String what) && what.equals("SIGN_OUT")) {
      return left(HandOver::signedOut).said().orElseThrow();
    }
    return worked(work.orElseThrow().at().given(input));
  }

  private Turn after(Panel.After after) {
    panel = after.next();
    return after
        .said()
        .orElseGet(() -> Turn.of(Signal.ACCEPT, Said.of(card().prompt().instruction())));
  }

  private boolean opened(String what) {
    Optional<Panel> next =
        AroundHome.panel(what, client, this::prefer, unpairing).or(() -> sweeping.locate(what));
    next.ifPresent(open -> panel = Optional.of(open));
    return next.isPresent();
  }

  private void prefer(Preferences wanted) {
    client.prefer(wanted);
    work.ifPresent(now -> client.people().speaks(now.person().badge(), wanted.language().tag()));
  }

  /// The server has refused a command. Never called by a thread on which the outbox tells of it:
  /// whoever holds the shift may be recording.
  synchronized void refused(Envelope envelope, Answer.Refused refused) {
    if (work.isEmpty()) {
      return;
    }
    try {
      PersonAtWork at = work.get().at();
      at.refused(envelope.command());
      panel = panel.filter(open -> !(open instanceof ApprovalPanel) || !at.wanted().isEmpty());
      tell(ShiftAnswers.said(refused));
    } catch (StoreFailure failure) {
      tell(Turn.notKept(failure.kind()));
    }
  }

  synchronized void news(Settlement settled) {
    untold.add(settled);
    coverIfUntouched();
  }

  /// Time passes: an untouched screen is covered, a PIN is asked again, who was let in without the
  /// server signs in there as soon as it is reached. To be called every few seconds.
  public void tick() {
    coverIfUntouched();
    askAgain();
    door.catchUp();
    client.desk().ifPresent(desk -> desk.sync().hold(heldTasks(desk)));
  }

  private synchronized Set<Reference> heldTasks(WarehouseDesk desk) {
    return uncovered().map(now -> now.held(desk)).orElse(Set.of());
  }

  private synchronized void coverIfUntouched() {
    boolean untouched = touched.plus(idle).isBefore(client.now());
    if (work.isPresent() && untouched && (!door.covered() || door.asksAgain())) {
      door.cover(work.get().person());
      panel = Optional.empty();
      said = Optional.empty();
      show();
    }
    if (work.isPresent() && !door.covered() && !untold.isEmpty() && !asked()) {
      untold.next(work.get().person().who().operator()).ifPresent(this::tell);
    }
  }

  private boolean asked() {
    return panel.map(Panel::asks).orElseGet(() -> card().question().isPresent());
  }

  private synchronized void askAgain() {
    boolean pause = !touched.plus(PAUSE).isAfter(client.now());
    boolean busy = panel.filter(Panel::asks).isPresent();
    if (pause && !busy && work.filter(now -> door.again(now.person(), false)).isPresent()) {
      tell(Door.askedAgain());
    }
  }

  private Card card() {
    if (work.isEmpty() || door.covered()) {
      return door.card();
    }
    if (panel.isPresent()) {
      return panel.get().card();
    }
    Card card = work.get().at().card();
    if (swept().isPresent()) {
      return sweeping.onto(card);
    }
    return work.get().at().activity() == Activity.HOME
        ? AroundHome.of(card, work.get().person().who().name(), work.get().at().place(), sweeping)
        : card;
  }

  /// The place whose RFID tags are of use now.
  private Optional<LocationCode> swept() {
    return uncovered().flatMap(PersonAtWork::swept);
  }

  private Optional<PersonAtWork> uncovered() {
    return work.filter(now -> !door.covered()).map(Work::at);
  }

  private boolean back() {
    return panel.isPresent()
        || work.filter(now -> now.at().activity() != Activity.HOME && !door.covered()).isPresent()
        || work.isEmpty() && door.typing();
  }

  /// This device has a reader of RFID tags.
  public synchronized void use(TagReader reader) {
    sweeping.use(reader);
    show();
  }

  /// Lets a supervisor take the device away from its server.
  ///
  /// @param unpair called with the shift locked; must be quick
  public synchronized void unpairs(Runnable unpair) {
    unpairing = Optional.of(new Unpairing(client, unpair));
  }

  /// Takes over what the reader has heard; to be called twice a second, more often while
  /// [View#beat] is there. Returns how many tags are new.
  public synchronized int hear() {
    if (!sweeping.on()) {
      return 0;
    }
    List<Sighting.Tag> news = sweeping.news();
    if (!news.isEmpty()) {
      touched = client.now();
      tags(news);
    }
    if (panel.orElse(null) instanceof LocatePanel seek) {
      seek.heard(sweeping.loudest(seek::wanted));
    }
    sweeping.trouble().ifPresent(this::tell);
    show();
    return news.size();
  }

  /// Tags that were heard where somebody counts. Nothing is said of them while all is well: their
  /// number stands on the card.
  public synchronized Turn tags(List<Sighting.Tag> read) {
    if (swept().isEmpty()) {
      return Sweeping.notCounting();
    }
    Turn turn = work.orElseThrow().at().handed(new Sighting.Tags(read));
    if (turn.signal() == Signal.SYSTEM) {
      sweeping.stop(); // What was not kept is heard again by the next pass.
      return tell(turn);
    }
    show();
    return turn;
  }

  /// Opens the list of what was refused, or asks for what the server wants first.
  public synchronized void openSync() {
    if (work.filter(now -> door.again(now.person(), true)).isPresent()) {
      tell(Door.askedAgain());
    } else if (work.isPresent() && !door.covered()) {
      panel = Optional.of(SyncPanel.of(client));
      show();
    }
  }

  /// Asks the server for somebody whose name and password the app was given.
  public synchronized Turn signIn(Credentials credentials) {
    return tell(
        client.signIn(credentials) instanceof Reply.Ok<SignedIn>(SignedIn person)
            ? entered(door.letIn(new Door.Person("", person)))
            : Turn.of(Signal.REJECT, Said.of(Text.of(ShiftPhrase.NOT_LET_IN))));
  }
}
