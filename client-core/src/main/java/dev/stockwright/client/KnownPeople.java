package dev.stockwright.client;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Notes;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Operator;
import io.avaje.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Who has worked with this device, so that they can sign in in a dead spot: within [#MEMORY] of
/// the
/// last time that the server knew them, with [#TRIES] tries for the PIN.
///
/// Badges are kept as HMAC-SHA-256 under a secret of the device, PINs as PBKDF2 (RFC 8018) with
/// [#ROUNDS] rounds.
final class KnownPeople {
  static final Duration MEMORY = Duration.ofHours(12);
  static final int TRIES = 5;
  static final Duration BLOCK = Duration.ofMinutes(5);
  private static final int ROUNDS = 60_000;
  private static final int BYTES = 32;

  private final DeviceStore store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final byte[] secret;

  /// What came of a badge and a PIN, without the server.
  sealed interface Check {}

  record Right(SignedIn person) implements Check {}

  record Wrong(int left) implements Check {}

  record TooOften(Instant until) implements Check {}

  /// Nobody whom this device may let in by itself.
  record Stranger() implements Check {}

  KnownPeople(DeviceStore store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.secret = secret();
  }

  private byte[] secret() {
    byte[] fresh = bytes();
    String hex =
        store.write(
            connection -> {
              Optional<String> old = Notes.find(connection, "people_secret");
              if (old.isPresent()) {
                return old.get();
              }
              String made = HexFormat.of().formatHex(fresh);
              Notes.put(connection, "people_secret", made);
              return made;
            });
    return HexFormat.of().parseHex(hex);
  }

  private byte[] bytes() {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    return fresh;
  }

  /// Whose badge it is; absent: of nobody who has worked here.
  Optional<KnownPerson> of(String badge) {
    String name = name(badge);
    return store.read(connection -> Notes.find(connection, name)).flatMap(KnownPeople::read);
  }

  /// The same as it is seen by a workflow.
  Optional<Sighting.Badge> badge(String text) {
    return of(text)
        .map(
            person ->
                new Sighting.Badge(
                    new Operator(person.operator()), person.name(), person.supervisor()));
  }

  private static Optional<KnownPerson> read(String json) {
    try {
      return Optional.of(Wire.full().type(KnownPerson.class).fromJson(json));
    } catch (JsonException | IllegalStateException | IllegalArgumentException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /// The server has just said that this is the person.
  void remember(String badge, String pin, SignedIn person) {
    byte[] salt = bytes();
    KnownPerson known =
        new KnownPerson(
            person.operator().code(),
            person.name(),
            person.role(),
            person.warehouses().stream().map(code -> code.code()).toList(),
            HexFormat.of().formatHex(salt),
            HexFormat.of().formatHex(derived(pin, salt)),
            pin.length(),
            clock.instant(),
            0,
            Optional.empty(),
            of(badge).flatMap(KnownPerson::language));
    keep(badge, known);
  }

  /// Whether badge and PIN belong together, as far as this device knows.
  Check check(String badge, String pin) {
    Optional<KnownPerson> found = of(badge);
    Instant now = clock.instant();
    if (found.isEmpty() || found.get().seenAt().plus(MEMORY).isBefore(now)) {
      return new Stranger();
    }
    KnownPerson person = found.get();
    Optional<Instant> blocked = person.blockedUntil().filter(until -> until.isAfter(now));
    if (blocked.isPresent()) {
      return new TooOften(blocked.get());
    }
    byte[] right = HexFormat.of().parseHex(person.verifier());
    if (MessageDigest.isEqual(right, derived(pin, HexFormat.of().parseHex(person.salt())))) {
      keep(badge, person.tried(0, Optional.empty()));
      return new Right(person.signedIn(person.seenAt().plus(MEMORY)));
    }
    int tries = person.blockedUntil().isPresent() ? 1 : person.tries() + 1;
    if (tries >= TRIES) {
      Instant until = now.plus(BLOCK);
      keep(badge, person.tried(tries, Optional.of(until)));
      return new TooOften(until);
    }
    keep(badge, person.tried(tries, Optional.empty()));
    return new Wrong(TRIES - tries);
  }

  /// A supervisor lets them try again.
  void free(String badge) {
    of(badge).ifPresent(person -> keep(badge, person.tried(0, Optional.empty())));
  }

  /// From now on the person is spoken to in this language.
  void speaks(String badge, String language) {
    of(badge).ifPresent(person -> keep(badge, person.speaking(language)));
  }

  private void keep(String badge, KnownPerson person) {
    String name = name(badge);
    String json = Wire.full().type(KnownPerson.class).toJson(person);
    boolean kept = store.write(connection -> Notes.put(connection, name, json));
    assert kept;
  }

  private String name(String badge) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] hash = mac.doFinal(badge.getBytes(StandardCharsets.UTF_8));
      return "person/" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static byte[] derived(String pin, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, BYTES * 8);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }
}
