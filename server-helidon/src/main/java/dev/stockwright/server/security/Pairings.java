package dev.stockwright.server.security;

import dev.stockwright.db.Database;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Codes that bring devices to this server: made by somebody who decides, of use once and for
/// [#LASTS]. They say where the server is and to which warehouse a device belongs; whoever works
/// with it signs in all the same. Thread-safe.
public final class Pairings {
  /// How long a code is of use.
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final int TOKEN_BYTES = 32;

  private final Database database;
  private final WrongTries tries;
  private final ServerSettings.SignIn settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Pairings(Database database, ServerSettings.SignIn settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.tries = new WrongTries(database, settings, clock);
  }

  /// Makes a code for a device of `warehouse`; empty when there is no such warehouse.
  ///
  /// @param server how devices reach this server
  /// @param certificate of this server, where no authority vouches for it
  public Optional<PairingCode> make(
      Principal by, WarehouseCode warehouse, String server, Optional<String> certificate) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    OffsetDateTime now = now();
    PairingCode code = new PairingCode(server, token, now.plus(LASTS).toInstant(), certificate);
    int made =
        database
            .changing()
            .transactionResult(
                tx -> {
                  tx.dsl()
                      .query(
                          "DELETE FROM pairing WHERE expires_at < CAST(? AS timestamptz)",
                          now.minusDays(1))
                      .execute();
                  return tx.dsl()
                      .query(
                          """
                          INSERT INTO pairing
                            (token_hash, warehouse_id, made_by, made_at, expires_at)
                          SELECT CAST(? AS bytea), w.id, o.id, CAST(? AS timestamptz),
                            CAST(? AS timestamptz)
                          FROM warehouse w, operator o
                          WHERE w.code = ? AND o.user_name = ?
                          """,
                          Sessions.hash(token),
                          now,
                          code.expiresAt().atOffset(ZoneOffset.UTC),
                          warehouse.code(),
                          by.operator().code())
                      .execute();
                });
    return made == 1 ? Optional.of(code) : Optional.empty();
  }

  /// A device shows a code. Shown again by the same device, because the answer was lost, it is
  /// accepted again. Wrong ones are counted by device and not over all of them: nobody guesses 256
  /// bits, and a lock on everybody would be in the hands of anybody.
  ///
  /// @param wanted where the device says that it belongs
  public PairingResult claim(String token, DeviceId device, Optional<WarehouseCode> wanted) {
    String here = "pairing|" + device;
    Duration locked = tries.lockedFor(here);
    if (!locked.isZero()) {
      return new PairingResult.Locked(locked);
    }
    PairingResult result =
        database.changing().transactionResult(tx -> claimed(tx.dsl(), token, device, wanted));
    if (result instanceof PairingResult.Unknown) {
      if (tries.wrong(here, settings.tries()) >= settings.tries()) {
        tries.tidy();
      }
    } else if (result instanceof PairingResult.Paired) {
      tries.forget(here);
    }
    return result;
  }

  private PairingResult claimed(
      DSLContext sql, String token, DeviceId device, Optional<WarehouseCode> wanted) {
    OffsetDateTime now = now();
    Record row =
        sql.resultQuery(
                """
                SELECT w.code, p.expires_at, p.device
                FROM pairing p JOIN warehouse w ON w.id = p.warehouse_id
                WHERE p.token_hash = ? FOR UPDATE OF p
                """,
                Sessions.hash(token))
            .fetchOne();
    if (row == null) {
      return new PairingResult.Unknown();
    }
    WarehouseCode warehouse = new WarehouseCode(row.get(0, String.class));
    Optional<String> before = Optional.ofNullable(row.get(2, String.class));
    if (before.isPresent() && !before.get().equals(device.code())) {
      return new PairingResult.Used();
    }
    if (!row.get(1, OffsetDateTime.class).isAfter(now)) {
      return new PairingResult.Expired();
    }
    if (wanted.isPresent() && !wanted.get().equals(warehouse)) {
      return new PairingResult.WrongSite(warehouse);
    }
    sql.query(
            """
            UPDATE pairing SET device = ?, claimed_at = CAST(? AS timestamptz)
            WHERE token_hash = ?
            """,
            device.code(),
            now,
            Sessions.hash(token))
        .execute();
    return new PairingResult.Paired(warehouse, now.toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
