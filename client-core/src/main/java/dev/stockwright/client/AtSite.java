package dev.stockwright.client;

import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.sync.LinkHealth;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.protocol.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What is so at the moment of a step in one warehouse.
final class AtSite implements WorkSession.Circumstances {
  private final StockReplica replica;
  private final Books books;
  private final ClientSettings settings;
  private final Supplier<Optional<SignedIn>> person;
  private final LinkHealth health;
  // Kept here, so that a scan never waits while the replica writes.
  private volatile long seen;

  /// @param person who is signed in
  AtSite(
      StockReplica replica,
      Books books,
      ClientSettings settings,
      Supplier<Optional<SignedIn>> person,
      LinkHealth health) {
    this.replica = replica;
    this.books = books;
    this.settings = settings;
    this.person = person;
    this.health = health;
    this.seen = position(replica);
    replica.listen(change -> seen = position(replica));
  }

  private static long position(StockReplica replica) {
    return replica.position().map(Position::n).orElse(0L);
  }

  @Override
  public Scene scene() {
    Instant now = settings.clock().instant();
    Optional<SignedIn> here = person.get();
    return new Scene(
        replica.warehouse(),
        here.map(SignedIn::operator),
        LocalDate.ofInstant(now, settings.zone()),
        now,
        here.filter(SignedIn::supervisor).isPresent(),
        health.status().online(),
        seen,
        books);
  }

  @Override
  public Origin origin(List<Command> commands, Optional<String> scan, boolean insisted) {
    return new Origin(
        person.get().map(SignedIn::operator), scan, insisted, !health.status().online());
  }
}
