package dev.stockwright.server;

import dev.stockwright.db.Database;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.CommitListener;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.feed.EventLog;
import dev.stockwright.server.feed.Feed;
import dev.stockwright.server.feed.FeedSettings;
import dev.stockwright.server.http.HttpDoor;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.server.stream.StreamEndpoint;
import dev.stockwright.server.stream.StreamSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The parts that a real server has.
public final class ProductionWiring implements Wiring {
  private static final Duration TRIED_FOR = Duration.ofSeconds(5);

  @Override
  public OpenStream stream(Database database, Sessions sessions, ServerSettings settings) {
    Feed feed = new Feed(new EventLog(database), FeedSettings.usual());
    StreamEndpoint endpoint =
        new StreamEndpoint(
            feed, new SessionGate(sessions), StreamSettings.usual(), InstantSource.system());
    return new OpenStream(
        feed,
        new HttpDoor.Also(
            List.of(endpoint.routing()), List.of(endpoint.protocol()), endpoint::refusals),
        endpoint::sessions,
        feed::sinceBeat,
        () -> {
          endpoint.close();
          feed.close();
        });
  }

  @Override
  public OpenDesk desk(
      Database database,
      ServerSettings.Desk settings,
      CommitListener commits,
      InstantSource clock) {
    CommandDesk desk =
        new CommandDesk(
            database,
            new Catalogue(),
            new DeskSettings(
                settings.writers(),
                settings.batchMax(),
                Math.min(DeskSettings.standard().gatherTo(), settings.batchMax()),
                settings.queueMax(),
                settings.linger(),
                TRIED_FOR),
            commits);
    return new OpenDesk(
        desk,
        desk::waiting,
        desk::transactions,
        desk::answered,
        desk::sinceLastTick,
        desk::tidy,
        desk::close);
  }
}
