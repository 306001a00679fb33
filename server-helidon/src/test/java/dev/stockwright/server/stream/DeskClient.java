package dev.stockwright.server.stream;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A client as an app would write it, on the JDK's WebSocket: follows warehouses and checks that
/// the numbers go on without a gap. The listener's calls come one after the other.
final class DeskClient implements WebSocket.Listener {
  final Map<WarehouseCode, Long> positions = new ConcurrentHashMap<>();
  final List<ServerFrame.Problem> problems = new CopyOnWriteArrayList<>();
  final List<ServerFrame.Subscribed> subscribed = new CopyOnWriteArrayList<>();
  final List<Long> delaysMicros = new ArrayList<>();
  final List<String> gaps = new CopyOnWriteArrayList<>();
  final WebSocket socket;
  final AtomicInteger snapshots = new AtomicInteger();
  final AtomicInteger heartbeats = new AtomicInteger();
  volatile int closeCode;
  private final StringBuilder text = new StringBuilder();

  DeskClient(HttpClient http, int port, String device) {
    socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + device)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + StreamEndpoint.PATH), this)
            .join();
  }

  void follow(WarehouseCode warehouse, long after) {
    if (after >= 0) {
      positions.put(warehouse, after);
    }
    send(
        new ClientFrame.Subscribe(
            warehouse,
            after < 0 ? Optional.empty() : Optional.of(1L),
            after < 0 ? Optional.empty() : Optional.of(after)));
  }

  void send(ClientFrame frame) {
    socket.sendText(Wire.CLIENT_FRAME.text(frame), true).join();
  }

  long position(WarehouseCode warehouse) {
    return positions.getOrDefault(warehouse, -1L);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      ServerFrame frame = Wire.SERVER_FRAME.read(text.toString());
      text.setLength(0);
      apply(frame);
    }
    from.request(1);
    return null;
  }

  private void apply(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Subscribed now -> subscribed.add(now);
      case ServerFrame.Problem problem -> problems.add(problem);
      case ServerFrame.Heartbeat _ -> heartbeats.incrementAndGet();
      case ServerFrame.Snapshot page -> {
        if (page.done()) {
          positions.put(page.warehouse(), page.n());
          snapshots.incrementAndGet();
        }
      }
      case ServerFrame.Events events -> {
        Instant now = Instant.now();
        for (Event event : events.events()) {
          long before = position(events.warehouse());
          if (event.n() != before + 1) {
            gaps.add(events.warehouse() + ": after " + before + " came " + event.n());
          }
          positions.put(events.warehouse(), event.n());
          delaysMicros.add(Duration.between(event.at(), now).toNanos() / 1_000);
        }
      }
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode = code;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closeCode = -1;
  }
}
