package dev.stockwright.client.sync;

import dev.stockwright.client.replica.Step;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of the stream, receiving. It asks for the next message only when the one before
/// is in the replica, so a slow device slows its own server session and nothing else. Called by one
/// thread at a time, as [WebSocket.Listener] promises; the link's thread reads the volatile fields.
final class StreamSession implements WebSocket.Listener {
  /// The longest message, in characters; a snapshot page is far below.
  private static final int MESSAGE_MAX = 8 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(StreamSession.class);

  /// Why a connection is over.
  enum End {
    /// A number is missing.
    RESUME,
    /// A new snapshot is needed.
    START_OVER,
    /// The server did not want to wait for us; resume.
    TOO_SLOW,
    /// The token ended, or the warehouse is not ours.
    NOT_ALLOWED,
    /// The same device is connected elsewhere.
    ELSEWHERE,
    /// What came is no frame, or could not be stored.
    UNREADABLE,
    /// Closed or lost.
    CUT
  }

  private final Function<WarehouseCode, Optional<StockReplica>> followed;
  private final Set<WarehouseCode> standing = new HashSet<>();
  private final InstantSource clock;
  private final Runnable ring;
  private final StringBuilder parts = new StringBuilder();
  private volatile Instant heard;
  // What came is being stored; meanwhile nothing more is asked for, so that nothing can be heard.
  private volatile boolean storing;
  private volatile Optional<End> ended = Optional.empty();
  private volatile boolean worked;
  private volatile boolean closed;

  /// @param followed what the frames of a warehouse go to; absent: nobody asked for them
  StreamSession(
      Function<WarehouseCode, Optional<StockReplica>> followed,
      InstantSource clock,
      Runnable ring) {
    this.followed = followed;
    this.clock = clock;
    this.ring = ring;
    this.heard = clock.instant();
  }

  /// When something came; now, while the device itself is busy with what came.
  Instant heard() {
    return storing ? clock.instant() : heard;
  }

  boolean storing() {
    return storing;
  }

  Optional<End> ended() {
    return ended;
  }

  /// The server took the subscription, so the next failure begins a new series.
  boolean worked() {
    return worked;
  }

  /// Nothing is taken in any more.
  void close() {
    closed = true;
  }

  @Override
  public void onOpen(WebSocket socket) {
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heard = clock.instant();
    if (closed || ended.isPresent()) {
      return null; // by contract: the part may be forgotten
    }
    parts.append(part);
    if (parts.length() > MESSAGE_MAX) {
      end(End.UNREADABLE);
    } else if (last) {
      String text = parts.toString();
      parts.setLength(0);
      storing = true;
      take(text);
      heard = clock.instant();
      storing = false;
    }
    if (ended.isEmpty()) {
      socket.request(1);
    }
    return null; // by contract: the part may be forgotten
  }

  private void take(String text) {
    try {
      Step step =
          switch (FrameReader.read(text)) {
            case FrameReader.NewEvents events ->
                to(events.warehouse(), stock -> stock.events(events.events()));
            case FrameReader.Known known -> known(known.frame());
            case FrameReader.Strange strange -> Step.GO_ON;
          };
      switch (step) {
        case GO_ON -> worked = true;
        case RESUME -> end(End.RESUME);
        case START_OVER -> end(End.START_OVER);
      }
    } catch (InvalidValue unreadable) {
      LOG.error("unreadable frame: {}", unreadable.getMessage());
      end(End.UNREADABLE);
    } catch (StoreFailure failure) {
      LOG.error("replica not written", failure);
      end(End.UNREADABLE);
    } catch (RuntimeException bug) { // the fence of this session
      LOG.error("frame failed", bug);
      end(End.UNREADABLE);
    }
  }

  private Step known(ServerFrame frame) {
    return switch (frame) {
      case ServerFrame.Subscribed subscribed ->
          to(
              subscribed.warehouse(),
              stock -> {
                standing.add(stock.warehouse());
                return stock.subscribed(subscribed);
              });
      case ServerFrame.Snapshot page -> to(page.warehouse(), stock -> stock.snapshot(page));
      case ServerFrame.Events events -> throw new IllegalStateException("read elsewhere");
      case ServerFrame.Heartbeat heartbeat -> {
        standing.forEach(where -> followed.apply(where).ifPresent(StockReplica::heartbeat));
        yield Step.GO_ON;
      }
      case ServerFrame.Problem problem -> {
        LOG.warn("the server says {}: {}", problem.code(), problem.message());
        yield Step.GO_ON;
      }
    };
  }

  private Step to(WarehouseCode warehouse, Function<StockReplica, Step> taken) {
    return followed.apply(warehouse).map(taken).orElse(Step.GO_ON);
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    end(End.UNREADABLE);
    return null; // by contract: the part may be forgotten
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    heard = clock.instant();
    socket.request(1);
    return null; // by contract; the client has answered by itself
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    heard = clock.instant();
    socket.request(1);
    return null; // by contract: the message may be forgotten
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    end(
        switch (code) {
          case 1008 -> End.NOT_ALLOWED;
          case 4008 -> End.TOO_SLOW;
          case 4009 -> End.ELSEWHERE;
          default -> End.CUT;
        });
    return null; // by contract: close back at once
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    LOG.debug("stream failed: {}", String.valueOf(error.getMessage()));
    end(End.CUT);
  }

  private void end(End why) {
    if (ended.isEmpty()) {
      ended = Optional.of(why);
    }
    ring.run();
  }
}
