package dev.stockwright.simulator.stack;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.simulator.site.FeedFold;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A client of the stream that follows a warehouse by number, over as many connections as it takes:
/// each begins after the last number that is here. What does not follow is complained about; all
/// events are folded. Guarded by this.
public final class StreamFollower implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final WarehouseCode warehouse;
  private final FeedFold fold;
  private final List<String> complaints = new ArrayList<>();
  private StringBuilder parts = new StringBuilder();
  private final long epoch;
  private long last;
  private int connections;
  private int closeCode;
  private @Nullable WebSocket socket; // Not connected now.

  /// Follows from the beginning.
  public StreamFollower(WarehouseCode warehouse, long epoch, FeedFold fold) {
    this.warehouse = warehouse;
    this.epoch = epoch;
    this.fold = fold;
  }

  /// Connects to a server and goes on after the last number; false when that did not work.
  public boolean connect(URI server, String token) {
    drop();
    try {
      WebSocket opened =
          client
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .buildAsync(
                  URI.create("ws://" + server.getAuthority() + "/api/v1/stream"), new Once())
              .join();
      ClientFrame.Subscribe wish;
      synchronized (this) {
        socket = opened;
        connections++;
        wish = new ClientFrame.Subscribe(warehouse, Optional.of(epoch), Optional.of(last));
      }
      opened.sendText(Wire.CLIENT_FRAME.text(wish), true).join();
      return true;
    } catch (CompletionException refused) {
      return false;
    }
  }

  /// Ends the connection without a word.
  public void drop() {
    WebSocket old;
    synchronized (this) {
      old = socket;
      socket = null;
      parts = new StringBuilder();
    }
    if (old != null) {
      old.abort();
    }
  }

  /// The newest number that is here.
  public synchronized long last() {
    return last;
  }

  public synchronized int connections() {
    return connections;
  }

  /// The code of the last close that the server sent; 0 when there was none.
  public synchronized int closeCode() {
    return closeCode;
  }

  public synchronized boolean connected() {
    return socket != null;
  }

  /// What did not follow.
  public synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    drop();
    client.shutdownNow();
  }

  /// Takes what comes on one connection; when another took its place nothing more.
  private final class Once implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      synchronized (StreamFollower.this) {
        parts.append(part);
        if (end) {
          String text = parts.toString();
          parts = new StringBuilder();
          take(Wire.SERVER_FRAME.read(text));
        }
      }
      from.request(1);
      return null; // by contract: the part may be forgotten
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      synchronized (StreamFollower.this) {
        closeCode = code;
        gone(from);
      }
      return null; // by contract: close back at once
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      synchronized (StreamFollower.this) {
        gone(from);
      }
    }
  }

  private void gone(WebSocket from) {
    if (from.equals(socket)) {
      socket = null;
    }
  }

  private synchronized void take(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Subscribed subscribed -> {
        if (subscribed.epoch() != epoch) {
          complaints.add("epoch " + subscribed.epoch() + " instead of " + epoch);
        }
        if (subscribed.last() < last) {
          complaints.add("the server is at " + subscribed.last() + ", we have " + last);
        }
      }
      case ServerFrame.Snapshot page ->
          complaints.add("a snapshot at " + page.n() + " instead of what follows " + last);
      case ServerFrame.Events events -> {
        events
            .events()
            .forEach(
                event -> {
                  if (event.n() != last + 1) {
                    complaints.add(event.n() + " came after " + last);
                  }
                  last = event.n();
                });
        fold.committed(warehouse, epoch, events.events());
      }
      case ServerFrame.Heartbeat _ -> {}
      case ServerFrame.Problem problem -> complaints.add(problem.toString());
    }
  }
}
