package dev.stockwright.server.security;

import static dev.stockwright.db.tables.Tables.DEVICE_OPERATOR;
import static dev.stockwright.db.tables.Tables.SESSION;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Open sessions. The truth is in the table `session`, by the SHA-256 of the token; a copy in
/// memory is at most [#FRESH] old, so that a person or session that was switched off is out
/// everywhere within that time. When the database cannot be asked, nobody is let in. Thread-safe.
public final class Sessions {
  /// How long a copy is believed.
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_CHARACTERS = 43;
  private static final int KEPT_MAX = 20_000;

  private final Database database;
  private final InstantSource clock;
  private final Duration length;
  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<ByteBuffer, Copy> copies = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<AuthorOnDevice, Authored> authors = new ConcurrentHashMap<>();

  private final ReentrantLock[] asking =
      Stream.generate(ReentrantLock::new).limit(4).toArray(ReentrantLock[]::new);

  private record Copy(Optional<Principal> principal, Instant expiresAt, Instant readAt) {}

  private record AuthorOnDevice(Operator author, DeviceId device) {}

  private record Authored(Optional<Principal> principal, Instant readAt) {}

  public Sessions(Database database, Duration length, InstantSource clock) {
    this.database = database;
    this.length = length;
    this.clock = clock;
  }

  /// Everybody's role and warehouses are looked up again.
  public void forget() {
    copies.clear();
    authors.clear();
  }

  /// Opens a session for somebody who has proved who they are.
  SignInResult open(OperatorRows.Found person, DeviceId device) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(length);
    Principal principal =
        database
            .changing()
            .transactionResult(
                tx -> {
                  tx.dsl()
                      .insertInto(SESSION)
                      .set(SESSION.TOKEN_HASH, hash(token))
                      .set(SESSION.OPERATOR_ID, person.id())
                      .set(SESSION.DEVICE, device.code())
                      .set(SESSION.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                      .set(SESSION.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                      .execute();
                  tx.dsl()
                      .deleteFrom(SESSION)
                      .where(SESSION.EXPIRES_AT.lt(now.atOffset(ZoneOffset.UTC)))
                      .execute();
                  if (!device.equals(Principal.NO_DEVICE)) {
                    tx.dsl()
                        .insertInto(DEVICE_OPERATOR)
                        .set(DEVICE_OPERATOR.DEVICE, device.code())
                        .set(DEVICE_OPERATOR.OPERATOR_ID, person.id())
                        .set(DEVICE_OPERATOR.LAST_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflict(DEVICE_OPERATOR.DEVICE, DEVICE_OPERATOR.OPERATOR_ID)
                        .doUpdate()
                        .set(DEVICE_OPERATOR.LAST_AT, now.atOffset(ZoneOffset.UTC))
                        .execute();
                  }
                  return OperatorRows.principal(tx.dsl(), person, device);
                });
    authors.remove(new AuthorOnDevice(principal.operator(), device));
    return new SignInResult.SignedIn(token, expiresAt, principal);
  }

  /// Who holds `token`; empty when it is unknown, has expired, was ended, or its person was
  /// switched off.
  public Optional<Principal> find(String token) {
    if (token.length() != TOKEN_CHARACTERS) {
      return Optional.empty();
    }
    byte[] hash = hash(token);
    ByteBuffer key = ByteBuffer.wrap(hash);
    Copy kept = copies.get(key);
    Instant now = clock.instant();
    if (kept != null && kept.readAt().plus(FRESH).isAfter(now)) {
      return live(kept, now);
    }
    // One thread asks again; the others go on with the copy for the moment that takes.
    if (kept != null
        && !copies.replace(key, kept, new Copy(kept.principal(), kept.expiresAt(), now))) {
      return live(kept, now);
    }
    return kept == null ? first(key, hash, now) : live(fresh(key, hash, now), now);
  }

  /// A token that is not in memory: of many requests that bring it at once, one asks the database.
  private Optional<Principal> first(ByteBuffer key, byte[] hash, Instant now) {
    ReentrantLock asking = this.asking[Math.floorMod(key.hashCode(), this.asking.length)];
    asking.lock();
    try {
      Copy meanwhile = copies.get(key);
      return live(meanwhile == null ? fresh(key, hash, now) : meanwhile, now);
    } finally {
      asking.unlock();
    }
  }

  private Copy fresh(ByteBuffer key, byte[] hash, Instant now) {
    try {
      Copy read = database.reading().transactionResult(tx -> read(tx.dsl(), hash, now));
      if (read.principal().isEmpty()) {
        copies.remove(key);
      } else {
        makeRoom();
        copies.put(key, read);
      }
      return read;
    } catch (RuntimeException e) {
      copies.remove(key);
      throw e;
    }
  }

  /// Ends the session of `token`.
  public void end(String token) {
    byte[] hash = hash(token);
    database
        .changing()
        .transaction(
            tx -> tx.dsl().deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(hash)).execute());
    copies.remove(ByteBuffer.wrap(hash));
  }

  /// The person `author` as they are now, when they are active and have signed in on `device`
  /// before; an envelope that they wrote there may come in another person's session.
  public Optional<Principal> author(Operator author, DeviceId device) {
    if (device.equals(Principal.NO_DEVICE)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    AuthorOnDevice key = new AuthorOnDevice(author, device);
    Authored known = authors.get(key);
    if (known != null && known.readAt().plus(FRESH).isAfter(now)) {
      return known.principal();
    }
    Optional<Principal> principal =
        OperatorRows.byUser(database.reading(), author.code())
            .filter(found -> OperatorRows.known(database.reading(), found.id(), device))
            .map(found -> OperatorRows.principal(database.reading(), found, device));
    if (authors.size() >= KEPT_MAX) {
      authors.clear();
    }
    authors.put(key, new Authored(principal, now));
    return principal;
  }

  /// How many sessions have been used lately on this server.
  public int inUse() {
    return copies.size();
  }

  private void makeRoom() {
    if (copies.size() >= KEPT_MAX) {
      copies.clear();
    }
  }

  private static Optional<Principal> live(Copy copy, Instant now) {
    return copy.expiresAt().isAfter(now) ? copy.principal() : Optional.empty();
  }

  private static Copy read(DSLContext dsl, byte[] hash, Instant now) {
    var row =
        dsl.select(SESSION.OPERATOR_ID, SESSION.DEVICE, SESSION.EXPIRES_AT)
            .from(SESSION)
            .where(SESSION.TOKEN_HASH.eq(hash))
            .fetchOne();
    if (row == null) {
      return new Copy(Optional.empty(), Instant.EPOCH, now);
    }
    Optional<Principal> principal =
        OperatorRows.byId(dsl, row.value1())
            .map(found -> OperatorRows.principal(dsl, found, new DeviceId(row.value2())));
    return new Copy(principal, row.value3().toInstant(), now);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(token.getBytes(StandardCharsets.ISO_8859_1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
