package dev.stockwright.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.feed.FeedSettings;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// One [StreamBed] for all tests of a class, and clients of it. After each test the bed has its
/// usual limits again, and no session may be left.
@NullUnmarked // the bed is made before the first test
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTheStream {
  StreamBed bed;
  private HttpClient http;

  @BeforeAll
  void start() {
    bed = new StreamBed(FeedSettings.usual(), StreamBed.QUICK);
    http = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  }

  @AfterEach
  void nothingIsLeft() {
    bed.restart(StreamBed.QUICK);
    assertEquals(0, bed.sessions());
  }

  @AfterAll
  void stop() {
    http.shutdownNow();
    bed.close();
  }

  DeskClient client(String device) {
    return new DeskClient(http, bed.port(), device);
  }

  /// The times of a session; the usual ones are [#usual()].
  record Times(Duration heartbeat, Duration deadAfter, Duration stuckAfter, Duration recheck) {
    static Times usual() {
      return new Times(
          Duration.ofSeconds(10),
          Duration.ofSeconds(45),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60));
    }

    /// Dead after this much silence, and told every so often that we are here.
    static Times silence(Duration heartbeat, Duration deadAfter) {
      return new Times(heartbeat, deadAfter, usual().stuckAfter, usual().recheck);
    }

    static Times stuckAfter(Duration time) {
      return new Times(usual().heartbeat, usual().deadAfter, time, usual().recheck);
    }

    static Times recheck(Duration time) {
      return new Times(usual().heartbeat, usual().deadAfter, usual().stuckAfter, time);
    }
  }

  /// Starts the stream again with other times, reaped every 50 ms.
  void restart(Times times, Duration closeWithin) {
    bed.restart(
        new StreamSettings(
            times.heartbeat,
            Duration.ofMillis(50),
            times.deadAfter,
            times.stuckAfter,
            closeWithin,
            times.recheck,
            2_500,
            50,
            200,
            Set.of()));
  }

  void restart(Times times) {
    restart(times, Duration.ofSeconds(1));
  }

  /// The text of a subscription after a number of the first epoch.
  static String subscribe(WarehouseCode warehouse, long after) {
    return Wire.CLIENT_FRAME.text(
        new ClientFrame.Subscribe(warehouse, Optional.of(1L), Optional.of(after)));
  }

  /// The text of a subscription of somebody who has nothing.
  static String subscribe(WarehouseCode warehouse) {
    return Wire.CLIENT_FRAME.text(
        new ClientFrame.Subscribe(warehouse, Optional.empty(), Optional.empty()));
  }
}
