package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.shell.ShellActions;
import dev.stockwright.desktop.shell.ShellViewModel;
import dev.stockwright.desktop.signin.SignInActions;
import dev.stockwright.desktop.signin.SignInViewModel;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.util.Optional;

/// Lets people in and out: asks the server who they are, then puts the desk to work in their
/// warehouse. The warehouse is entered once; whoever signs in there next finds the work as it was
/// left. What it remembers belongs to the worker's thread.
final class SignInDesk implements SignInActions, ShellActions {
  private static final int PIN_LEAST = 4;

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final Place place;
  private final Entrance entrance;
  private final Speech speech;
  private final SignInViewModel model;
  private final ShellViewModel shell;
  private final Wishes wishes = new Wishes();
  private Optional<WarehouseCode> entered = Optional.empty();
  // On the sign-in screen, since somebody was signed in last.
  private Optional<Language> picked = Optional.empty();

  /// Where the desk belongs.
  ///
  /// @param warehouse absent: the person's first
  record Place(URI server, Optional<WarehouseCode> warehouse) {}

  /// What happens when somebody was let in. On the worker's thread.
  interface Entrance {
    /// Comes once for each warehouse, before [#came].
    void entered(WarehouseDesk desk);

    void came(SignedIn person);

    /// Another language is spoken: what stands on the screens in words is to be drawn anew.
    void spoken();
  }

  SignInDesk(ClientCore client, Worker worker, FxBridge bridge, Place place, Entrance entrance) {
    this.client = client;
    this.worker = worker;
    this.bridge = bridge;
    this.place = place;
    this.entrance = entrance;
    this.speech = new Speech(client.wording());
    this.model = new SignInViewModel(this, PIN_LEAST, speech);
    this.shell = new ShellViewModel(this, speech);
  }

  SignInViewModel model() {
    return model;
  }

  ShellViewModel shell() {
    return shell;
  }

  /// What people want at this desk.
  Wishes wishes() {
    return wishes;
  }

  /// What this desk speaks; of the JavaFX thread.
  Speech speech() {
    return speech;
  }

  @Override
  public void withBadge(String badge, String pin) {
    signIn(new Credentials.Badge(badge, pin));
  }

  @Override
  public void withPassword(String user, String password) {
    signIn(new Credentials.Password(user, password));
  }

  /// Any thread.
  void signIn(Credentials credentials) {
    worker.run(
        () -> {
          switch (client.signIn(credentials)) {
            case Reply.Ok<SignedIn>(SignedIn person) -> letIn(person);
            case Reply.Failed<SignedIn>(Reply.Trouble trouble) -> turnAway(trouble);
          }
        });
  }

  private void letIn(SignedIn person) {
    Optional<WarehouseCode> wanted =
        place.warehouse().or(() -> person.warehouses().stream().findFirst());
    if (wanted.isEmpty() || !person.warehouses().contains(wanted.get())) {
      client.signOut();
      refuse(
          wanted
              .map(code -> Text.of(FramePhrase.MAY_NOT_WORK, person.name(), code))
              .orElseGet(() -> Text.of(FramePhrase.MAY_NOT_ANYWHERE, person.name())));
      return;
    }
    String who = person.operator().code();
    picked.ifPresent(language -> wishes.language(who, language));
    picked = Optional.empty();
    say(wishes.language(who).orElse(client.wording().language()));
    if (!wanted.equals(entered)) {
      entered = wanted;
      entrance.entered(client.enter(wanted.get()));
    }
    entrance.came(person);
    bridge.post(
        () -> {
          model.reset();
          shell.user().set(person.name());
          shell.warehouse().set(wanted.get().code());
          shell.zoom().set(wishes.zoom(who));
          shell.section().set(Section.RECEIVE);
          shell.signedIn().set(true);
        });
  }

  private void turnAway(Reply.Trouble trouble) {
    switch (trouble) {
      case Reply.SignInNeeded() -> refuse(Text.of(FramePhrase.NOT_RIGHT));
      case Reply.Busy(var wait) ->
          refuse(Text.of(FramePhrase.SERVER_BUSY, Math.max(1, wait.toSeconds())));
      case Reply.Unreachable _ -> refuse(Text.of(FramePhrase.NOT_REACHED, place.server()));
      case Reply.Refused(_, String code, String sentence) -> {
        if (code.equals("sign_in_locked")) {
          bridge.post(() -> model.locked(sentence));
        } else {
          refuse(sentence);
        }
      }
    }
  }

  private void refuse(Text why) {
    refuse(client.wording().say(why));
  }

  /// Any thread: the last try came to nothing.
  void refuse(String sentence) {
    bridge.post(() -> model.refused(sentence));
  }

  @Override
  public void speak(Language language) {
    worker.run(
        () -> {
          wishes.language(Wishes.DESK, language);
          picked = Optional.of(language);
          say(language);
        });
  }

  @Override
  public void lock() {
    shell.signedIn().set(false);
    shell.help().set(false);
    model.reset();
    worker.run(
        () -> {
          client.signOut();
          speakAsDesk();
        });
  }

  /// While nobody is signed in.
  void speakAsDesk() {
    say(wishes.language(Wishes.DESK).orElse(client.wording().language()));
    bridge.post(() -> shell.zoom().set(wishes.zoom(Wishes.DESK)));
  }

  private void say(Language language) {
    if (client.wording().language() != language) {
      client.speak(language);
      bridge.post(() -> speech.speak(client.wording()));
      entrance.spoken();
    }
  }

  @Override
  public void zoomed(int percent) {
    worker.run(
        () ->
            wishes.zoom(
                client.signedIn().map(person -> person.operator().code()).orElse(Wishes.DESK),
                percent));
  }
}
