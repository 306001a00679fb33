package dev.stockwright.server.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash chain over the numbered rows of a warehouse: each hash covers the row and the hash
/// before it, so that a changed, missing or inserted row is found. SHA-256 over the fields, each
/// behind 0x1F, in the order of version 1; a movement whose goods have a known cost is of version
/// 2,
/// with that and the value at the end. Give the fields with `with`, then [#next].
final class Chain {
  private static final char SEPARATOR = 0x1F;
  private static final char VERSION = '1';
  private static final char COSTED = '2';

  private final MessageDigest digest;
  private final StringBuilder text = new StringBuilder(256).append(VERSION);
  private byte[] last;

  Chain(byte[] last) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    this.last = last.clone();
  }

  Chain with(long field) {
    text.append(SEPARATOR).append(field);
    return this;
  }

  Chain with(String field) {
    text.append(SEPARATOR).append(field);
    return this;
  }

  /// The row is a movement that says what the goods cost.
  Chain costed(long unitCost, long valueAfter) {
    text.setCharAt(0, COSTED);
    return with(unitCost).with(valueAfter);
  }

  /// The hash of the row with the fields given since the last one, which becomes the last.
  byte[] next() {
    digest.update(last);
    last = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(1);
    text.setCharAt(0, VERSION);
    return last.clone();
  }

  byte[] last() {
    return last.clone();
  }
}
