package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.refusals.RefusalWords;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One device in people's hands: who works with it, what they are at, and what lies over it. An app
/// hands it scans and presses one after the other and shows its card; it may wait for the server
/// while somebody signs in, never afterwards.
///
/// All methods are synchronized on this.
public final class Shift {
  private final ClientCore client;
  private final Door door;
  private final Duration idle;
  private final Consumer<View> shown;
  private Optional<Work> work = Optional.empty();
  private Optional<Panel> panel = Optional.empty();
  private Optional<Turn> said = Optional.empty();
  private long turns;
  private Instant touched;

  /// What is to be seen now.
  ///
  /// @param turns how many things have been said so far, so that what is new is known from what is
  /// drawn again
  /// @param undoable how many of the last steps can be taken back
  /// @param back there is a step before this one
  /// @param person who works with the device
  public record View(
      Card card,
      Optional<Turn> said,
      long turns,
      int undoable,
      boolean back,
      Optional<String> person) {
    /// Before anything was shown.
    public static final View NONE =
        new View(
            Card.of(
                Text.of(ShiftPhrase.SETTINGS),
                new Card.Prompt(
                    Card.Means.TOUCH, Text.of(ShiftPhrase.CHOOSE), Optional.empty())),
            Optional.empty(),
            0,
            0,
            false,
            Optional.empty());
  }

  /// Who works, and what they are at.
  private record Work(Door.Person person, PersonAtWork at) {}

  /// @param idle after so long without a touch the screen is covered
  /// @param shown hears of every change, on the thread that made it; must be quick
  Shift(ClientCore client, Door door, Duration idle, Consumer<View> shown) {
    this.client = client;
    this.door = door;
    this.idle = idle;
    this.shown = shown;
    this.touched = client.now();
  }

  /// Handles one scan.
  public synchronized Turn scan(Scan scan) {
    touched = client.now();
    try {
      return tell(work.isEmpty() || door.covered() ? atTheDoor(door.scan(scan)) : atWork(scan));
    } catch (StoreFailure failure) {
      return tell(notKept(failure));
    }
  }

  /// Handles what was pressed, chosen or typed.
  public synchronized Turn give(Input input) {
    touched = client.now();
    try {
      return tell(work.isEmpty() || door.covered() ? atTheDoor(door.give(input)) : pressed(input));
    } catch (StoreFailure failure) {
      return tell(notKept(failure));
    }
  }

  private Turn tell(Turn turn) {
    boolean quiet = turn.left().filter(leaving -> leaving.seen().isEmpty()).isPresent();
    said = quiet ? Optional.empty() : Optional.of(turn);
    turns++;
    show();
    return turn;
  }

  /// Draws again what is to be seen.
  public synchronized void show() {
    shown.accept(new View(card(), said, turns, undoable(), back(), person()));
  }

  private static Turn notKept(StoreFailure failure) {
    return Turn.of(
        Signal.SYSTEM,
        Said.of(Text.of(DevicePhrase.NOTHING_RECORDED), Text.of(DevicePhrase.of(failure.kind()))));
  }

  private Turn atTheDoor(Door.Passed passed) {
    if (!door.complete()) {
      return entered(passed);
    }
    tell(passed.turn());
    return entered(door.ask());
  }

  /// Whoever was let in finds their work where it was.
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
    if (badge.isPresent()) {
      return shown(badge.get(), ((Identified.PlainCode) read).text().strip());
    }
    panel = Optional.empty();
    return work.orElseThrow().at().scanned(scan);
  }

  /// A badge in the middle of work: one's own signs out, another's takes over.
  private Turn shown(KnownPerson person, String badge) {
    boolean own =
        work.filter(now -> now.person().who().operator().code().equals(person.operator()))
            .isPresent();
    Text subject =
        own
            ? Text.of(ShiftPhrase.SIGN_OUT_ASKED)
            : Text.of(ShiftPhrase.HAND_OVER_TO, person.name());
    Text reason = Text.of(own ? ShiftPhrase.SIGN_OUT_REASON : ShiftPhrase.HAND_OVER_REASON);
    panel =
        Optional.of(
            new QuestionPanel(
                Text.of(ShiftPhrase.HAND_OVER),
                subject,
                reason,
                Text.of(own ? ShiftPhrase.SIGN_OUT : ShiftPhrase.HAND_OVER_YES),
                Text.of(ShiftPhrase.HAND_OVER_NO),
                () -> own ? out() : over(badge)));
    return Turn.of(Signal.ATTENTION, Said.of(subject, reason));
  }

  private Panel.After out() {
    work = Optional.empty();
    door.leave();
    return new Panel.After(
        Optional.empty(),
        Optional.of(
            Turn.of(
                Signal.ACCEPT,
                Said.of(Text.of(ShiftPhrase.SIGNED_OUT), Text.of(ShiftPhrase.WORK_IS_KEPT)))));
  }

  private Panel.After over(String badge) {
    work = Optional.empty();
    door.leave();
    return new Panel.After(Optional.empty(), Optional.of(door.show(badge)));
  }

  private Turn pressed(Input input) {
    if (panel.isPresent()) {
      Panel.After after = panel.get().give(input);
      panel = after.next();
      return after
          .said()
          .orElseGet(() -> Turn.of(Signal.ACCEPT, Said.of(card().prompt().instruction())));
    }
    if (input instanceof Input.Point(String what) && opened(what)) {
      return Turn.of(Signal.ACCEPT, Said.of(card().prompt().instruction()));
    }
    if (input instanceof Input.Point(String what) && what.equals("SIGN_OUT")) {
      return out().said().orElseThrow();
    }
    return work.orElseThrow().at().given(input);
  }

  private boolean opened(String what) {
    Optional<Panel> next =
        switch (what) {
          case "SYNC" -> Optional.of(SyncPanel.of(client));
          case "SETTINGS" -> Optional.of(new SettingsPanel(client.preferences(), this::prefer));
          default -> Optional.empty();
        };
    next.ifPresent(open -> panel = Optional.of(open));
    return next.isPresent();
  }

  private void prefer(Preferences wanted) {
    client.prefer(wanted);
    work.ifPresent(now -> client.people().speaks(now.person().badge(), wanted.language().tag()));
  }

  /// The server has refused a command; on a thread that holds nothing else.
  synchronized void refused(Envelope envelope, Answer.Refused refused) {
    if (work.isPresent()) {
      work.get().at().refused(envelope.command());
      tell(
          Turn.of(
              Signal.SYSTEM,
              Said.of(Text.of(ShiftPhrase.REFUSED_NOW), RefusalWords.of(refused.refusal()))));
    }
  }

  /// Time passes: an untouched screen is covered; who was let in without the server signs in there
  /// as soon as it is reached. To be called every few seconds.
  public void tick() {
    coverIfUntouched();
    door.catchUp();
  }

  private synchronized void coverIfUntouched() {
    boolean untouched = touched.plus(idle).isBefore(client.now());
    if (work.isPresent() && untouched && !door.covered()) {
      door.cover(work.get().person());
      panel = Optional.empty();
      said = Optional.empty();
      show();
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
    return work.get().at().activity() == Activity.HOME
        ? card.title(Text.of(CommonPhrase.AS_IS, work.get().person().who().name()))
            .context(
                Text.of(
                    ShiftPhrase.PLACE_AND_DEVICE,
                    work.get().at().warehouse(),
                    client.device()))
            .more(around(card))
        : card;
  }

  /// What home offers besides work.
  private List<Card.Action> around(Card card) {
    List<Card.Action> all = new ArrayList<>(card.more());
    all.add(point(Icon.TRANSFER, ShiftPhrase.SYNC, "SYNC"));
    all.add(point(Icon.ADJUST, ShiftPhrase.SETTINGS, "SETTINGS"));
    all.add(point(Icon.PERSON, ShiftPhrase.SIGN_OUT, "SIGN_OUT"));
    return all;
  }

  private static Card.Action point(Icon icon, ShiftPhrase label, String what) {
    return new Card.Action(icon, Text.of(label), Optional.empty(), new Input.Point(what), false);
  }

  private int undoable() {
    return work.filter(now -> !door.covered()).map(now -> now.at().undoable()).orElse(0);
  }

  private boolean back() {
    return panel.isPresent()
        || work.filter(now -> now.at().activity() != Activity.HOME && !door.covered()).isPresent()
        || work.isEmpty() && door.typing();
  }

  private Optional<String> person() {
    return work.map(now -> now.person().who().name());
  }

  /// Opens the list of what was refused.
  public synchronized void openSync() {
    if (work.isPresent() && !door.covered()) {
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
