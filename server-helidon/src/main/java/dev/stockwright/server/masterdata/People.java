package dev.stockwright.server.masterdata;

import static dev.stockwright.db.tables.Tables.OPERATOR;
import static dev.stockwright.db.tables.Tables.OPERATOR_WAREHOUSE;
import static dev.stockwright.db.tables.Tables.SESSION;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.server.security.SecretHasher;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.security.SecureRandom;

/// Who works here.
public final class People {
  private static final int PASSWORD_LEAST = 8;
  private static final int PIN_LEAST = 6;
  private static final int SECRET_MOST = 128;

  /// Without letters and digits that look alike.
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Database database;
  private final SecretHasher hasher;

  public People(Database database, SecretHasher hasher) {
    this.database = database;
    this.hasher = hasher;
  }

  /// True when there is nobody yet.
  public boolean none() {
    return !database.reading().fetchExists(OPERATOR);
  }

  /// Adds a person.
  ///
  /// @throws InvalidValue when a password or PIN is too easy to guess, or a warehouse is unknown
  public void add(NewPerson person) {
    person.password().ifPresent(People::checkPassword);
    person.badge().ifPresent(People::checkBadge);
    String passwordHash = person.password().map(hasher::hash).orElse(null);
    String pinHash = person.badge().map(badge -> hasher.hash(badge.pin())).orElse(null);
    String badge = person.badge().map(NewPerson.Badge::code).orElse(null);
    database
        .changing()
        .transaction(
            tx -> {
              int id =
                  tx.dsl()
                      .insertInto(OPERATOR)
                      .set(OPERATOR.USER_NAME, person.user().code())
                      .set(OPERATOR.FULL_NAME, person.name())
                      .set(OPERATOR.ROLE, person.role().code())
                      .set(OPERATOR.PASSWORD_HASH, passwordHash)
                      .set(OPERATOR.BADGE, badge)
                      .set(OPERATOR.PIN_HASH, pinHash)
                      .returningResult(OPERATOR.ID)
                      .fetchSingle()
                      .value1();
              for (WarehouseCode warehouse : person.warehouses()) {
                Integer warehouseId =
                    tx.dsl()
                        .select(WAREHOUSE.ID)
                        .from(WAREHOUSE)
                        .where(WAREHOUSE.CODE.eq(warehouse.code()))
                        .fetchOne(WAREHOUSE.ID);
                if (warehouseId == null) {
                  throw new InvalidValue(
                      "unknown_warehouse", "warehouse " + warehouse + " is not known");
                }
                tx.dsl()
                    .insertInto(OPERATOR_WAREHOUSE)
                    .set(OPERATOR_WAREHOUSE.OPERATOR_ID, id)
                    .set(OPERATOR_WAREHOUSE.WAREHOUSE_ID, warehouseId)
                    .execute();
              }
            });
  }

  /// Switches a person off and ends their sessions. What they did stays theirs.
  public void switchOff(Operator user) {
    database
        .changing()
        .transaction(
            tx -> {
              tx.dsl()
                  .deleteFrom(SESSION)
                  .where(
                      SESSION.OPERATOR_ID.in(
                          tx.dsl()
                              .select(OPERATOR.ID)
                              .from(OPERATOR)
                              .where(OPERATOR.USER_NAME.eq(user.code()))))
                  .execute();
              tx.dsl()
                  .update(OPERATOR)
                  .set(OPERATOR.ACTIVE, false)
                  .where(OPERATOR.USER_NAME.eq(user.code()))
                  .execute();
            });
  }

  /// A password of 16 letters and digits, 79 bits.
  public static String randomPassword(SecureRandom random) {
    StringBuilder text = new StringBuilder(19);
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return text.toString();
  }

  private static void checkPassword(String password) {
    if (password.length() < PASSWORD_LEAST || password.length() > SECRET_MOST) {
      throw new InvalidValue("invalid_password", "a password has 8 to 128 characters");
    }
  }

  private static void checkBadge(NewPerson.Badge badge) {
    String pin = badge.pin();
    boolean digits = pin.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || pin.length() < PIN_LEAST || pin.length() > SECRET_MOST) {
      throw new InvalidValue("invalid_pin", "a PIN has at least 6 digits");
    }
    if (easy(pin) || pin.equals(badge.code())) {
      throw new InvalidValue("invalid_pin", "this PIN is too easy to guess; choose another one");
    }
    if (badge.code().isBlank() || badge.code().length() > 64) {
      throw new InvalidValue("invalid_badge", "a badge has 1 to 64 characters");
    }
  }

  /// All digits the same distance apart: 111111, 123456, 654321.
  private static boolean easy(String pin) {
    int step = pin.charAt(1) - pin.charAt(0);
    boolean even = Math.abs(step) <= 1;
    for (int i = 2; even && i < pin.length(); i++) {
      even = pin.charAt(i) - pin.charAt(i - 1) == step;
    }
    return even;
  }
}
