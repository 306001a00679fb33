package dev.stockwright.simulator.site;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.DeskSettings;

/// A desk over a migrated database, without the server around it; what it publishes is folded.
public final class DeskHouse implements AutoCloseable {
  private final Database database;
  private final FeedFold feed;
  private final CommandDesk desk;

  private DeskHouse(Database database, FeedFold feed, CommandDesk desk) {
    this.database = database;
    this.feed = feed;
    this.desk = desk;
  }

  /// Opens the database at `place` and a desk with its usual settings.
  public static DeskHouse open(DatabasePlace place) {
    Database database = Database.open(place);
    FeedFold feed = new FeedFold();
    return new DeskHouse(
        database, feed, new CommandDesk(database, new Catalogue(), DeskSettings.standard(), feed));
  }

  public Desk desk() {
    return desk;
  }

  public FeedFold feed() {
    return feed;
  }

  /// From now on nobody writes, and what was committed has been told.
  public void stop() {
    desk.close();
  }

  @Override
  public void close() {
    desk.close();
    database.close();
  }
}
