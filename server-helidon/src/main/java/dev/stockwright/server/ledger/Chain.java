package dev.stockwright.server.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash chain over the numbered rows of a warehouse: each hash covers the row and the hash
/// before it,
/// so that a changed, missing or inserted row is found. SHA-256 over the fields, separated by 0x1F,
/// in
/// the order of version 1.
final class Chain {
  private static final char SEPARATOR = 0x1F;

  private final MessageDigest digest;
  private byte[] last;

  Chain(byte[] last) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    this.last = last.clone();
  }

  /// The hash of the row with these fields, which becomes the last.
  byte[] next(Object... fields) {
    StringBuilder text = new StringBuilder(256).append('1');
    for (Object field : fields) {
      text.append(SEPARATOR).append(field);
    }
    digest.update(last);
    last = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return last.clone();
  }

  byte[] last() {
    return last.clone();
  }
}
