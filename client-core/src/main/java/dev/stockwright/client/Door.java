package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.signin.SignInPhrase;
import dev.stockwright.client.workflow.signin.SignInState;
import dev.stockwright.client.workflow.signin.SignInState.Blocked;
import dev.stockwright.client.workflow.signin.SignInState.Complete;
import dev.stockwright.client.workflow.signin.SignInState.Covered;
import dev.stockwright.client.workflow.signin.SignInState.Pin;
import dev.stockwright.client.workflow.signin.SignInWorkflow;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets people in: by the server, or in a dead spot by what this device remembers of them. Guarded
/// by the shift that owns it.
final class Door {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /// Whoever has put it off is not asked again sooner.
  private static final Duration PUT_OFF = Duration.ofMinutes(1);

  private final ClientCore client;
  private final KnownPeople people;
  private final Optional<WarehouseCode> wanted;
  private final SignInWorkflow workflow = new SignInWorkflow();
  private SignInState state = SignInState.start();
  private Optional<Person> inside = Optional.empty();
  // Only the PIN is asked, of who works with the device; a scan is work.
  private boolean again;
  private Instant askedAt = Instant.EPOCH;
  // Also of the thread that catches up.
  private volatile Optional<Credentials.Badge> owed = Optional.empty();
  private volatile Instant triedAt = Instant.EPOCH;

  /// Somebody who was let in.
  record Person(String badge, SignedIn who) {
    boolean is(KnownPerson known) {
      return who.operator().code().equals(known.operator());
    }
  }

  /// What came of a scan or a press.
  ///
  /// @param person absent: nobody was let in
  record Passed(Turn turn, Optional<Person> person) {}

  /// @param wanted the warehouse of this device; absent: the person's first
  Door(ClientCore client, KnownPeople people, Optional<WarehouseCode> wanted) {
    this.client = client;
    this.people = people;
    this.wanted = wanted;
  }

  /// Somebody works with the device, and the screen is covered.
  boolean covered() {
    return inside.isPresent();
  }

  /// Only the PIN is asked again: whoever scans goods works on.
  boolean asksAgain() {
    return again;
  }

  /// Whether this scan is for the door. Where only the PIN is asked again, none but a badge is.
  boolean bars(Scan scan) {
    if (again && state.phase() instanceof Pin && !badge(scan)) {
      uncover();
    }
    return covered();
  }

  private boolean badge(Scan scan) {
    return client.read(scan) instanceof Identified.PlainCode(String text)
        && (people.of(text.strip()).isPresent() || CommandBarcode.of(text.strip()).isPresent());
  }

  private void uncover() {
    inside = Optional.empty();
    again = false;
    state = SignInState.start();
  }

  boolean typing() {
    return state.phase() instanceof Pin;
  }

  Card card() {
    String device = client.device().code();
    return again ? workflow.again(state, device) : workflow.card(state, device);
  }

  /// Asks the PIN again of somebody whose session the server has ended; false when it has not, or
  /// they were asked just now and it is not pressing.
  boolean again(Person person, boolean pressing) {
    Instant now = client.now();
    boolean soon = !pressing && askedAt.plus(PUT_OFF).isAfter(now);
    if (soon
        || covered()
        || owed.isPresent()
        || person.badge().isEmpty()
        || !(client.syncStatus().state() instanceof SyncState.SignInNeeded)) {
      return false;
    }
    askedAt = now;
    again = true;
    inside = Optional.of(person);
    Turn asked = turn(workflow.seen(SignInState.start(), shown(person.badge())));
    return asked.signal() == Signal.ACCEPT;
  }

  /// What is said when the PIN is asked again.
  static Turn askedAgain() {
    return Turn.of(
        Signal.ATTENTION,
        Said.of(Text.of(SignInPhrase.SERVER_ASKS_AGAIN), Text.of(SignInPhrase.OR_WORK_ON)));
  }

  void cover(Person person) {
    again = false;
    inside = Optional.of(person);
    state = new SignInState(new Covered(person.badge(), person.who().name()));
  }

  /// Nobody works with the device any more.
  void leave() {
    uncover();
    owed = Optional.empty();
    client.signOut();
  }

  /// A badge that was seen elsewhere.
  Turn show(String badge) {
    return turn(workflow.seen(state, shown(badge)));
  }

  Passed scan(Scan scan) {
    Identified read = client.read(scan);
    if (!(read instanceof Identified.PlainCode(String text))) {
      return passed(workflow.seen(state, new SignInWorkflow.NoBadge()));
    }
    Optional<CommandBarcode> card = CommandBarcode.of(text.strip());
    if (card.isPresent()) {
      return give(new Input.Press(card.get() == CommandBarcode.BACK ? Key.BACK : Key.OK));
    }
    return passed(workflow.seen(state, shown(text.strip())));
  }

  private SignInWorkflow.Shown shown(String text) {
    Optional<KnownPerson> known = people.of(text);
    if (known.isPresent()) {
      KnownPerson person = known.get();
      return new SignInWorkflow.KnownBadge(
          text, person.name(), Optional.of(person.pinLength()), person.supervisor());
    }
    // What stands for goods is nobody's badge.
    return client.catalogue().byBarcode(text).isEmpty()
        ? new SignInWorkflow.MaybeBadge(text)
        : new SignInWorkflow.NoBadge();
  }

  Passed give(Input input) {
    boolean back = input instanceof Input.Press(Key key) && key == Key.BACK;
    if (again && back && state.phase() instanceof Pin pin && pin.digits().isEmpty()) {
      uncover();
      return new Passed(
          Turn.of(Signal.ACCEPT, Said.of(Text.of(SignInPhrase.ASKED_LATER))), Optional.empty());
    }
    return passed(workflow.given(state, input));
  }

  private Optional<String> blocked() {
    return state.phase() instanceof Blocked blocked
        ? Optional.of(blocked.who().badge())
        : Optional.empty();
  }

  private Passed passed(Step<SignInState> step) {
    Optional<String> blocked = blocked();
    boolean uncovered = state.phase() instanceof Covered && step instanceof Step.Left<SignInState>;
    Turn turn = turn(step);
    if (uncovered) {
      Person person = inside.orElseThrow();
      uncover();
      return new Passed(turn, Optional.of(person));
    }
    if (blocked.isPresent() && state.phase() instanceof Pin) {
      people.free(blocked.get());
    }
    return new Passed(turn, Optional.empty());
  }

  /// Badge and PIN are there, and the server is to be asked with [#ask].
  boolean complete() {
    return state.phase() instanceof Complete;
  }

  /// Asks the server; takes up to 10 seconds.
  Passed ask() {
    return state.phase() instanceof Complete complete
        ? asked(complete)
        : new Passed(
            turn(workflow.answered(state, new SignInWorkflow.NotReached())), Optional.empty());
  }

  private Turn turn(Step<SignInState> step) {
    boolean away = step.state().phase() instanceof SignInState.Badge && inside.isPresent();
    state =
        away
            ? new SignInState(new Covered(inside.get().badge(), inside.get().who().name()))
            : step.state();
    return Turn.of(
        step instanceof Step.Mistaken<SignInState> ? Signal.REJECT : Signal.ACCEPT, step.said());
  }

  private Passed asked(Complete complete) {
    Credentials.Badge credentials = new Credentials.Badge(complete.who().badge(), complete.pin());
    Reply<SignedIn> reply = client.signIn(credentials);
    return switch (reply) {
      case Reply.Ok<SignedIn>(SignedIn person) -> {
        people.remember(complete.who().badge(), complete.pin(), person);
        yield letIn(new Person(complete.who().badge(), person));
      }
      case Reply.Failed<SignedIn>(Reply.Trouble trouble) -> turnedAway(complete, trouble);
    };
  }

  private Passed turnedAway(Complete complete, Reply.Trouble trouble) {
    return switch (trouble) {
      case Reply.SignInNeeded needed -> answered(new SignInWorkflow.Wrong(Optional.empty()));
      case Reply.Refused refused ->
          answered(
              refused.code().equals("sign_in_locked")
                  ? new SignInWorkflow.TooOften(Optional.empty())
                  : new SignInWorkflow.Wrong(Optional.empty()));
      case Reply.Busy busy -> bySelf(complete);
      case Reply.Unreachable unreachable -> bySelf(complete);
    };
  }

  /// Without the server: by what this device remembers.
  private Passed bySelf(Complete complete) {
    return switch (people.check(complete.who().badge(), complete.pin())) {
      case KnownPeople.Right(SignedIn person) -> {
        client.actAs(person);
        owed = Optional.of(new Credentials.Badge(complete.who().badge(), complete.pin()));
        triedAt = client.now();
        yield letIn(new Person(complete.who().badge(), person));
      }
      case KnownPeople.Wrong(int left) -> answered(new SignInWorkflow.Wrong(Optional.of(left)));
      case KnownPeople.TooOften(Instant until) ->
          answered(new SignInWorkflow.TooOften(Optional.of(until)));
      case KnownPeople.Stranger stranger -> answered(new SignInWorkflow.NotReached());
    };
  }

  /// Lets somebody in whom the server or the app has vouched for.
  Passed letIn(Person person) {
    Optional<WarehouseCode> place = wanted.or(() -> person.who().warehouses().stream().findFirst());
    if (place.isEmpty() || !person.who().warehouses().contains(place.get())) {
      client.signOut();
      return answered(new SignInWorkflow.NotHere());
    }
    client.enterOnce(place.get());
    people
        .of(person.badge())
        .flatMap(KnownPerson::language)
        .flatMap(Language::of)
        .ifPresent(client::speak);
    uncover();
    SignInState right =
        new SignInState(
            new Complete(
                new SignInState.Who(person.badge(), Optional.empty(), Optional.empty()), ""));
    Turn turn = turn(workflow.answered(right, new SignInWorkflow.Right()));
    return new Passed(turn, Optional.of(person));
  }

  private Passed answered(SignInWorkflow.Answer answer) {
    return new Passed(turn(workflow.answered(state, answer)), Optional.empty());
  }

  /// Who was let in without the server signs in there as soon as it is reached.
  void catchUp() {
    Instant now = client.now();
    if (owed.isEmpty() || triedAt.plus(AGAIN).isAfter(now)) {
      return;
    }
    triedAt = now;
    switch (client.signIn(owed.get())) {
      case Reply.Ok<SignedIn> known -> owed = Optional.empty();
      case Reply.Failed<SignedIn>(Reply.Trouble trouble) -> {
        if (trouble instanceof Reply.Refused) {
          owed = Optional.empty(); // The PIN is another one now: the person is asked for it.
        }
      }
    }
  }
}
