package dev.stockwright.client.sync;

/// How somebody shows who they are. Never printed.
public sealed interface Credentials {
  record Password(String user, String password) implements Credentials {
    @Override
    public String toString() {
      return "password of " + user;
    }
  }

  record Badge(String badge, String pin) implements Credentials, PinProof {
    @Override
    public String toString() {
      return "a badge";
    }
  }
}
