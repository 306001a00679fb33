package dev.stockwright.simulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/// Many WebSocket clients of the stream on one thread of their own. Each checks that the numbers of
/// its events follow each other without a gap and takes the time from when the command was sent.
final class StreamTaps implements AutoCloseable {
  private static final long HEARTBEAT_NANOS = 10_000_000_000L;

  private final Selector selector;
  private final List<StreamTap> taps = new ArrayList<>();
  private final CommandNumbers numbers;
  private final long[] sentAt;
  private final Thread reader;
  private volatile boolean stopping;

  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private final Histogram micros = Run.histogram();
  private final ByteBuffer shared = ByteBuffer.allocateDirect(256 * 1024);

  /// @param sentAt when each command was sent, by its number; written by the sender before it
  /// sends; 0: not to be timed
  StreamTaps(
      InetSocketAddress server,
      String token,
      int count,
      IntFunction<Subscription> subscriptions,
      CommandNumbers numbers,
      long[] sentAt) {
    this.numbers = numbers;
    this.sentAt = sentAt;
    try {
      selector = Selector.open();
      for (int i = 0; i < count; i++) {
        StreamTap tap = StreamTap.open(server, token, subscriptions.apply(i));
        tap.channel().configureBlocking(false);
        tap.channel().register(selector, SelectionKey.OP_READ, tap);
        taps.add(tap);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("opening WebSocket sessions", e);
    }
    reader = Thread.ofPlatform().name("stream-taps").daemon().start(this::read);
  }

  /// Which warehouse from which number on.
  record Subscription(String warehouse, long epoch, long after) {}

  /// Events seen by all clients together.
  long seen() {
    return seen.get();
  }

  /// Numbers that did not follow the one before.
  long gaps() {
    return gaps.get();
  }

  /// Sessions that the server ended.
  long broken() {
    return broken.get();
  }

  /// The last number that each client has.
  List<StreamTap> taps() {
    return List.copyOf(taps);
  }

  /// Send-to-screen times so far; call it when the reader has nothing more to read.
  Histogram micros() {
    return micros;
  }

  @Override
  public void close() {
    stopping = true;
    selector.wakeup();
    try {
      reader.join();
      for (StreamTap tap : taps) {
        tap.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    long heartbeat = System.nanoTime() + HEARTBEAT_NANOS;
    try {
      while (!stopping) {
        selector.select(200);
        for (SelectionKey key : selector.selectedKeys()) {
          read(key);
        }
        selector.selectedKeys().clear();
        if (System.nanoTime() > heartbeat) {
          heartbeat += HEARTBEAT_NANOS;
          for (StreamTap tap : taps) {
            tap.heartbeat();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the stream", e);
    }
  }

  private void read(SelectionKey key) throws IOException {
    StreamTap tap = (StreamTap) key.attachment();
    boolean open;
    try {
      open = tap.read(shared, this::event);
    } catch (IOException ended) {
      open = false;
    }
    if (!open) {
      key.cancel();
      broken.incrementAndGet();
    }
  }

  private void event(StreamTap tap, long n, byte[] text, int idAt) {
    seen.lazySet(seen.get() + 1);
    if (!tap.follows(n)) {
      gaps.incrementAndGet();
    }
    long number = numbers.read(text, idAt);
    if (number >= 0 && number < sentAt.length && sentAt[(int) number] != 0) {
      micros.recordValue(Run.micros(sentAt[(int) number], System.nanoTime()));
    }
  }
}
