package dev.stockwright.server.security;

import dev.stockwright.db.Database;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in: checks a secret, counts wrong tries, slows them down, and opens a session.
/// Thread-safe.
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final int SLOW_STEPS_MAX = 8;

  private final Database database;
  private final SecretHasher hasher;
  private final Sessions sessions;
  private final WrongTries tries;
  private final ServerSettings.SignIn settings;
  private final Pairings pairings;

  public SignIn(
      Database database,
      SecretHasher hasher,
      Sessions sessions,
      ServerSettings.SignIn settings,
      InstantSource clock) {
    this.database = database;
    this.hasher = hasher;
    this.sessions = sessions;
    this.settings = settings;
    this.tries = new WrongTries(database, settings, clock);
    this.pairings = new Pairings(database, settings, clock);
  }

  /// The codes that bring devices here, before anybody signs in on them.
  public Pairings pairings() {
    return pairings;
  }

  /// Tries `credentials` on `device`. A locked pair is refused even with the right secret.
  public SignInResult signIn(Credentials credentials, DeviceId device) throws InterruptedException {
    return switch (check(credentials, device)) {
      case Checked.Right(OperatorRows.Found person) -> sessions.open(person, device);
      case Checked.Not(SignInResult why) -> why;
    };
  }

  /// The same, for one decision at the device of somebody else: nobody is signed in by it, and the
  /// device does not know the person afterwards.
  public Proof prove(Credentials credentials, DeviceId device) throws InterruptedException {
    return switch (check(credentials, device)) {
      case Checked.Right(OperatorRows.Found person) ->
          new Proof.Proved(OperatorRows.principal(database.reading(), person, device));
      case Checked.Not(SignInResult why) -> new Proof.Failed(why);
    };
  }

  private sealed interface Checked {
    record Right(OperatorRows.Found person) implements Checked {}

    record Not(SignInResult why) implements Checked {}
  }

  private Checked check(Credentials credentials, DeviceId device) throws InterruptedException {
    String pair = credentials.subject() + "|" + device;
    String anywhere = credentials.subject() + "|*";
    Optional<OperatorRows.Found> person = find(credentials);
    boolean atHome =
        person.isPresent()
            && !device.equals(Principal.NO_DEVICE)
            && OperatorRows.known(database.reading(), person.get().id(), device);
    Duration locked = tries.lockedFor(pair);
    if (locked.isZero() && !atHome) {
      locked = tries.lockedFor(anywhere);
    }
    if (!locked.isZero()) {
      return new Checked.Not(new SignInResult.Locked(locked));
    }
    Optional<Boolean> fits =
        hasher.fits(credentials.secret(), person.flatMap(OperatorRows.Found::hash));
    if (fits.isEmpty()) {
      return new Checked.Not(new SignInResult.Busy());
    }
    if (person.isEmpty() || !fits.get()) {
      return new Checked.Not(wrong(credentials, device, atHome));
    }
    tries.forget(pair);
    return new Checked.Right(person.get());
  }

  private SignInResult wrong(Credentials credentials, DeviceId device, boolean atHome)
      throws InterruptedException {
    int failures = tries.wrong(credentials.subject() + "|" + device, settings.tries());
    if (!atHome) {
      tries.wrong(credentials.subject() + "|*", settings.triesAnywhere());
    }
    LOG.warn("Sign-in refused on device {}, try {}", device, failures);
    Thread.sleep(settings.slowDown().multipliedBy(Math.min(failures, SLOW_STEPS_MAX)));
    if (failures >= settings.tries()) {
      tries.tidy();
      return new SignInResult.Locked(settings.lock());
    }
    return new SignInResult.Wrong();
  }

  private Optional<OperatorRows.Found> find(Credentials credentials) {
    return switch (credentials) {
      case Credentials.UserPassword c -> OperatorRows.byUser(database.reading(), c.user());
      case Credentials.UserPin c -> OperatorRows.byUserWithPin(database.reading(), c.user());
      case Credentials.BadgePin c -> OperatorRows.byBadge(database.reading(), c.badge());
    };
  }
}
