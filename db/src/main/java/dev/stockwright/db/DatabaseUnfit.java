package dev.stockwright.db;

/// The PostgreSQL found cannot be used, and why. The message is a sentence for the person who
/// starts the server.
public final class DatabaseUnfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnfit(String message) {
    super(message);
  }

  public DatabaseUnfit(String message, Throwable cause) {
    super(message, cause);
  }
}
