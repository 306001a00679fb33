package dev.stockwright.client;

import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody who has worked with this device. The badge is not in it, and the PIN cannot be read out
/// of it, though few digits can be tried out by whoever has the device's file.
///
/// @param salt hexadecimal, of the verifier
/// @param verifier PBKDF2 of the PIN, hexadecimal
/// @param pinLength how many digits the PIN has
/// @param seenAt when the server last said that this is the person
/// @param tries wrong ones since then
/// @param language that the person chose; absent: none
@Json(naming = Json.Naming.LowerUnderscore)
record KnownPerson(
    String operator,
    String name,
    String role,
    List<String> warehouses,
    String salt,
    String verifier,
    int pinLength,
    Instant seenAt,
    int tries,
    Optional<Instant> blockedUntil,
    Optional<String> language) {
  KnownPerson {
    warehouses = List.copyOf(warehouses);
  }

  SignedIn signedIn(Instant until) {
    return new SignedIn(
        new Operator(operator),
        name,
        role,
        warehouses.stream().map(WarehouseCode::new).toList(),
        until);
  }

  boolean supervisor() {
    return signedIn(seenAt).supervisor();
  }

  KnownPerson tried(int wrong, Optional<Instant> until) {
    return new KnownPerson(
        operator,
        name,
        role,
        warehouses,
        salt,
        verifier,
        pinLength,
        seenAt,
        wrong,
        until,
        language);
  }

  KnownPerson speaking(String code) {
    return new KnownPerson(
        operator,
        name,
        role,
        warehouses,
        salt,
        verifier,
        pinLength,
        seenAt,
        tries,
        blockedUntil,
        Optional.of(code));
  }
}
