package dev.stockwright.server.security;

/// How somebody says who they are.
public sealed interface Credentials {
  /// What they know.
  String secret();

  /// For counting wrong tries.
  String subject();

  /// A name and a password.
  record UserPassword(String user, String password) implements Credentials {
    @Override
    public String secret() {
      return password;
    }

    @Override
    public String subject() {
      return "user:" + user;
    }

    @Override
    public String toString() {
      return "UserPassword[" + user + "]";
    }
  }

  /// A name and the PIN of the badge, where a supervisor allows something and has no scanner.
  record UserPin(String user, String pin) implements Credentials {
    @Override
    public String secret() {
      return pin;
    }

    @Override
    public String subject() {
      return "pin:" + user;
    }

    @Override
    public String toString() {
      return "UserPin[" + user + "]";
    }
  }

  /// A badge, which only says who it is, and a PIN.
  record BadgePin(String badge, String pin) implements Credentials {
    @Override
    public String secret() {
      return pin;
    }

    @Override
    public String subject() {
      return "badge:" + badge;
    }

    @Override
    public String toString() {
      return "BadgePin[" + badge + "]";
    }
  }
}
