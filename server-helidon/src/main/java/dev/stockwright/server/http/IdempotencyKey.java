package dev.stockwright.server.http;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Operator;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The sender's name for one write: the same key gets the same answer for ever. A key that is a
/// UUID is the command's id as it is; any other text becomes a version 8 UUID (RFC 9562) made from
/// the user and the key.
final class IdempotencyKey {
  private static final HeaderName HEADER = HeaderNames.create("Idempotency-Key");
  private static final int LENGTH_MAX = 255;

  private IdempotencyKey() {}

  static CommandId of(Request request) {
    String key =
        request
            .header(HEADER)
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "idempotency_key_missing",
                        "the header Idempotency-Key is missing; send a new one with every new"
                            + " write and the same one with every repeat"));
    return of(request.who().operator(), key.strip());
  }

  static CommandId of(Operator user, String key) {
    boolean good = key.length() <= LENGTH_MAX;
    for (int i = 0; good && i < key.length(); i++) {
      good = key.charAt(i) >= ' ' && key.charAt(i) < 0x7F;
    }
    if (!good) {
      throw new InvalidValue(
          "invalid_idempotency_key", "an Idempotency-Key has 1 to 255 printable ASCII characters");
    }
    try {
      return CommandId.of(key);
    } catch (InvalidValue notAUuid) {
      return named(user + "\n" + key);
    }
  }

  private static CommandId named(String name) {
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
      long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
      return new CommandId(new UUID(high, low));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
