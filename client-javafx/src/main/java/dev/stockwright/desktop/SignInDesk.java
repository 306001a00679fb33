package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.SignedIn;
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
  private final SignInViewModel model = new SignInViewModel(this, PIN_LEAST);
  private final ShellViewModel shell = new ShellViewModel(this);
  private Optional<WarehouseCode> entered = Optional.empty();

  /// Where the desk belongs.
  ///
  /// @param warehouse absent: the person's first
  record Place(URI server, Optional<WarehouseCode> warehouse) {}

  /// What happens when somebody was let in. On the worker's thread.
  interface Entrance {
    /// Comes once for each warehouse, before [#came].
    void entered(WarehouseDesk desk);

    void came(SignedIn person);
  }

  SignInDesk(ClientCore client, Worker worker, FxBridge bridge, Place place, Entrance entrance) {
    this.client = client;
    this.worker = worker;
    this.bridge = bridge;
    this.place = place;
    this.entrance = entrance;
  }

  SignInViewModel model() {
    return model;
  }

  ShellViewModel shell() {
    return shell;
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
      String where = wanted.map(code -> "in warehouse " + code).orElse("in any warehouse");
      refuse(person.name() + " may not work " + where + ". Ask an admin for the right.");
      return;
    }
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
          shell.section().set(Section.RECEIVE);
          shell.signedIn().set(true);
        });
  }

  private void turnAway(Reply.Trouble trouble) {
    switch (trouble) {
      case Reply.SignInNeeded() -> refuse("That was not right. Try again.");
      case Reply.Busy(var wait) ->
          refuse("The server is busy. Try again in " + Math.max(1, wait.toSeconds()) + " s.");
      case Reply.Unreachable _ ->
          refuse(
              "The server "
                  + place.server()
                  + " is not reached, and signing in needs it. Check the network, then try again.");
      case Reply.Refused(_, String code, String sentence) -> {
        if (code.equals("sign_in_locked")) {
          bridge.post(() -> model.locked(sentence));
        } else {
          refuse(sentence);
        }
      }
    }
  }

  /// Any thread: the last try came to nothing.
  void refuse(String sentence) {
    bridge.post(() -> model.refused(sentence));
  }

  @Override
  public void lock() {
    shell.signedIn().set(false);
    shell.help().set(false);
    model.reset();
    worker.run(client::signOut);
  }
}
