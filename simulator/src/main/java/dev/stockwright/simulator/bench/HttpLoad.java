package dev.stockwright.simulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// Many keep-alive HTTP/1.1 connections driven by the calling thread: prepared requests, the least
/// parsing that is right, so that the server and the database get the processor. Not thread-safe.
final class HttpLoad implements AutoCloseable {
  /// Told about each call before it is sent: its first command, how many, and when it should leave.
  @FunctionalInterface
  interface SendListener {
    void sent(long firstNumber, int size, long nanos);
  }

  private final Calls calls;
  private final SendListener listener;
  private final Selector selector;
  private final List<HttpConnection> connections = new ArrayList<>();
  private final ArrayDeque<HttpConnection> idle = new ArrayDeque<>();

  private long nextNumber;
  private long accepted;
  private long failed;
  private Histogram micros = Run.histogram();

  HttpLoad(InetSocketAddress server, int connectionCount, Calls calls, SendListener listener) {
    this.calls = calls;
    this.listener = listener;
    try {
      selector = Selector.open();
      for (int i = 0; i < connectionCount; i++) {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        HttpConnection connection = new HttpConnection(channel, 1024 + calls.size() * 256);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connections.add(connection);
        idle.add(connection);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("connecting to " + server, e);
    }
  }

  HttpLoad(InetSocketAddress server, int connectionCount, Calls calls) {
    this(server, connectionCount, calls, (first, size, nanos) -> {});
  }

  /// Every connection sends its next call as soon as it has its answer.
  Run closed(Duration time) {
    reset();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    while (System.nanoTime() < end) {
      for (HttpConnection c = idle.poll(); c != null; c = idle.poll()) {
        send(c, System.nanoTime());
      }
      receive(100);
    }
    drain();
    return result(start);
  }

  /// Calls leave at fixed times, `perSecond` commands in all, whatever the answers do; the answer
  /// time counts from when a call should have left.
  Run open(double perSecond, Duration time) {
    reset();
    double gap = 1e9 * calls.size() / perSecond;
    long start = System.nanoTime();
    long total = (long) (time.toNanos() / gap);
    for (long sent = 0; sent < total; ) {
      long due = start + (long) (sent * gap);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        if (receive(0) == 0) {
          LockSupport.parkNanos(Math.min(wait, 100_000));
        }
      } else if (idle.isEmpty()) {
        receive(1);
      } else {
        send(idle.remove(), due);
        sent++;
      }
    }
    drain();
    return result(start);
  }

  /// Commands sent since this was made.
  long commandsSent() {
    return nextNumber;
  }

  @Override
  public void close() {
    try {
      for (HttpConnection connection : connections) {
        connection.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reset() {
    accepted = 0;
    failed = 0;
    micros = Run.histogram();
  }

  private Run result(long start) {
    return new Run(accepted, failed, Duration.ofNanos(System.nanoTime() - start), micros);
  }

  private void send(HttpConnection connection, long due) {
    try {
      calls.write(connection.request(), nextNumber);
      listener.sent(nextNumber, calls.size(), due);
      nextNumber += calls.size();
      connection.send(due);
    } catch (IOException e) {
      throw new UncheckedIOException("sending", e);
    }
  }

  /// Takes the answers that are there, after waiting at most `millis` for the first; 0 waits not.
  private int receive(long millis) {
    try {
      int ready = millis == 0 ? selector.selectNow() : selector.select(millis);
      if (ready == 0) {
        return 0;
      }
      for (SelectionKey key : selector.selectedKeys()) {
        take((HttpConnection) key.attachment());
      }
      selector.selectedKeys().clear();
      return ready;
    } catch (IOException e) {
      throw new UncheckedIOException("receiving", e);
    }
  }

  private void take(HttpConnection connection) throws IOException {
    if (connection.answered()) {
      micros.recordValue(Run.micros(connection.due(), System.nanoTime()));
      int good = calls.size() == 1 ? connection.success() : connection.count("\"accepted\"");
      accepted += good;
      failed += calls.size() - good;
      idle.add(connection);
    }
  }

  private void drain() {
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (idle.size() < connections.size()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            (connections.size() - idle.size()) + " calls have no answer after 30 s");
      }
      receive(100);
    }
  }
}
