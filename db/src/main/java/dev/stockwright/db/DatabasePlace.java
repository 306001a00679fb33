package dev.stockwright.db;

/// Where a PostgreSQL is and how many connections we may hold there.
///
/// @param url a JDBC URL, `jdbc:postgresql://host:port/name`
/// @param commandConnections for transactions that change something: one for each desk writer, and
/// a few
/// @param readConnections for questions and the feed
public record DatabasePlace(
    String url, String user, String password, int commandConnections, int readConnections) {
  public DatabasePlace {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("database.url must start with jdbc:postgresql:");
    }
    if (commandConnections < 2 || readConnections < 2) {
      throw new IllegalArgumentException("a pool needs at least 2 connections");
    }
  }

  /// With the pool sizes for a small machine.
  public DatabasePlace(String url, String user, String password) {
    this(url, user, password, 6, 6);
  }

  @Override
  public String toString() {
    return "DatabasePlace[" + url + ", user " + user + "]";
  }
}
