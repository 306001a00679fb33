package dev.stockwright.simulator.crash;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.HttpServerLink;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.simulator.stack.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The devices of a crash trial at work: each has a thread, a session of its own and at most one
/// call under way. The sessions outlive the server. Belongs to one thread.
final class HttpCrew {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final List<Worker> workers = new ArrayList<>();
  private final boolean believing;
  private volatile boolean working;

  private final class Worker {
    private final CrashDevice device;
    private final HttpServerLink link;
    private Thread thread = new Thread();

    Worker(CrashDevice device, HttpServerLink link) {
      this.device = device;
      this.link = link;
    }

    void work() {
      while (working) {
        device.fill();
        send();
      }
    }

    private void send() {
      List<Envelope> batch = device.pending();
      if (believing) {
        batch.forEach(envelope -> device.believe(envelope.id()));
      }
      if (link.send(batch) instanceof Reply.Ok<List<Answer>>(List<Answer> answers)) {
        answers.forEach(device::settle);
      } else {
        Waiting.pass(PAUSE);
      }
    }
  }

  HttpCrew(URI server, Credentials who, List<CrashDevice> devices, boolean believing) {
    this.believing = believing;
    for (CrashDevice device : devices) {
      HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(Duration.ofSeconds(2))
              .build();
      HttpServerLink link = new HttpServerLink(client, server, InstantSource.system());
      Reply<?> reply = link.signIn(who, device.id());
      if (!(reply instanceof Reply.Ok<?>)) {
        throw new IllegalStateException(device.id() + " is not signed in: " + reply);
      }
      workers.add(new Worker(device, link));
    }
  }

  /// All send what they have, as fast as they are answered.
  void start() {
    working = true;
    for (Worker worker : workers) {
      worker.thread = Thread.ofVirtual().name("crash-device").start(worker::work);
    }
  }

  /// Nobody sends any more when this returns.
  void stop() {
    working = false;
    for (Worker worker : workers) {
      try {
        worker.thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Sends what is unanswered until it is answered.
  void settle(Duration patience) {
    for (Worker worker : workers) {
      Waiting.until(
          () -> "answers to " + worker.device.pending().size() + " of " + worker.device.id(),
          patience,
          () -> {
            if (worker.device.pending().isEmpty()) {
              return true;
            }
            worker.send();
            return worker.device.pending().isEmpty();
          });
    }
  }
}
