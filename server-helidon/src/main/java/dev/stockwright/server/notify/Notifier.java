package dev.stockwright.server.notify;

import dev.stockwright.db.Database;
import dev.stockwright.server.config.ServerSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is to be told. To be called by one thread at a time over all servers.
public final class Notifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

  private final Outbox outbox;
  private final HttpCourier http;
  private final MailCourier mail;
  private final InstantSource clock;

  public Notifier(Database database, ServerSettings.Mail mail, InstantSource clock) {
    this.outbox = new Outbox(database);
    this.http = new HttpCourier(clock);
    this.mail = new MailCourier(mail, clock);
    this.clock = clock;
  }

  /// Finds what is to be told, writes the messages that are due and sends them, all channels beside
  /// each other so that a dead one holds up no other.
  ///
  /// @return what was done, in words; empty when nothing was
  public String run() throws InterruptedException {
    Instant now = clock.instant();
    outbox.spread(now);
    outbox.compose(now);
    List<List<Outbox.Waiting>> due = outbox.due(now);
    if (due.isEmpty()) {
      return "";
    }
    Sum sum = new Sum();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Sum>> channels =
          due.stream().map(messages -> threads.submit(() -> send(messages))).toList();
      for (Future<Sum> channel : channels) {
        sum = sum.and(channel.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("messages could not be sent", e.getCause());
    }
    return sum.words();
  }

  /// Where one cannot be delivered now, those after it are not tried either.
  private Sum send(List<Outbox.Waiting> messages) {
    Sum sum = new Sum();
    for (Outbox.Waiting message : messages) {
      Courier courier = message.channel().medium() == Channel.Medium.EMAIL ? mail : http;
      Delivered ending = courier.deliver(message.channel(), message.letter());
      String state = outbox.ended(message, ending, clock.instant());
      sum = sum.with(state);
      if (!(ending instanceof Delivered.Sent)) {
        LOG.warn("Message {} to channel {}: {}", message.letter().id(), name(message), ending);
      }
      if (ending instanceof Delivered.Later) {
        return sum;
      }
    }
    return sum;
  }

  private static String name(Outbox.Waiting message) {
    return message.channel().name();
  }

  @Override
  public void close() {
    http.close();
  }

  private record Sum(int sent, int waiting, int failed) {
    Sum() {
      this(0, 0, 0);
    }

    Sum with(String state) {
      return switch (state) {
        case "sent" -> new Sum(sent + 1, waiting, failed);
        case "failed" -> new Sum(sent, waiting, failed + 1);
        default -> new Sum(sent, waiting + 1, failed);
      };
    }

    Sum and(Sum other) {
      return new Sum(sent + other.sent, waiting + other.waiting, failed + other.failed);
    }

    String words() {
      return sent + " messages sent, " + waiting + " to be tried again, " + failed + " given up";
    }
  }
}
