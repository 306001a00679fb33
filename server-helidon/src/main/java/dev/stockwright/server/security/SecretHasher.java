package dev.stockwright.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) of passwords and PINs, with the pepper as its secret. At most two run at a
/// time, so that a flood of sign-ins cannot take the processors from the commands. Thread-safe.
public final class SecretHasher {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_A_TIME = 2;
  private static final int WAITING_MAX = 20;
  private static final String HEAD =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

  private final Pepper pepper;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore running = new Semaphore(AT_A_TIME);
  private final Semaphore admitted = new Semaphore(AT_A_TIME + WAITING_MAX);
  private final String nobodys;

  public SecretHasher(Pepper pepper) {
    this.pepper = pepper;
    byte[] unknown = new byte[24];
    random.nextBytes(unknown);
    this.nobodys = encoded(Base64.getEncoder().encodeToString(unknown));
  }

  /// The hash to keep, in the usual `$argon2id$...` text.
  public String hash(String secret) {
    running.acquireUninterruptibly();
    try {
      return encoded(secret);
    } finally {
      running.release();
    }
  }

  /// Whether `secret` is the one that was hashed. A hash that is absent costs the same time and is
  /// never fitting, so that nobody learns from the clock which people there are. Empty when too
  /// many wait already.
  Optional<Boolean> fits(String secret, Optional<String> hash) throws InterruptedException {
    if (!admitted.tryAcquire()) {
      return Optional.empty();
    }
    try {
      if (!running.tryAcquire(3, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
      try {
        boolean same = same(secret, hash.orElse(nobodys));
        return Optional.of(same && hash.isPresent());
      } finally {
        running.release();
      }
    } finally {
      admitted.release();
    }
  }

  private String encoded(String secret) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return HEAD + base64.encodeToString(salt) + "$" + base64.encodeToString(argon2(secret, salt));
  }

  private boolean same(String secret, String hash) {
    if (!hash.startsWith(HEAD)) {
      throw new IllegalStateException("a stored hash does not start with " + HEAD);
    }
    String[] parts = hash.substring(HEAD.length()).split("\\$", -1);
    byte[] salt = Base64.getDecoder().decode(parts[0]);
    return MessageDigest.isEqual(Base64.getDecoder().decode(parts[1]), argon2(secret, salt));
  }

  private byte[] argon2(String secret, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(LANES)
            .withSalt(salt)
            .withSecret(pepper.secret())
            .build());
    byte[] hash = new byte[HASH_BYTES];
    generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
