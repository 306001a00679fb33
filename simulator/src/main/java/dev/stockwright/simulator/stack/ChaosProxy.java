package dev.stockwright.simulator.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A TCP proxy with a bad will. Connections go through it to a target that may change; what it does
/// to them is set at any time. Thread-safe.
public final class ChaosProxy implements AutoCloseable {
  /// What happens to bytes.
  public enum Mode {
    /// All pass.
    PASS,
    /// What the client says arrives; what the other side says is swallowed.
    LOSE_REPLIES,
    /// Bytes wait until the mode changes, then they pass: the other side has stopped for a while.
    HOLD,
    /// What the other side says comes [#LATE] later.
    LATE,
    /// Connections are ended and new ones are ended at once.
    CUT,
    /// Connections stay open and nothing passes, either way, not even that a side has gone. What
    /// was said meanwhile is lost, so that connections on which somebody spoke are ended when the
    /// mode changes; the others go on.
    SILENT
  }

  /// How much later.
  public static final Duration LATE = Duration.ofSeconds(2);

  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong swallowed = new AtomicLong();
  private volatile InetSocketAddress target;
  private volatile Mode mode = Mode.PASS;

  public ChaosProxy(InetSocketAddress target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("opening a proxy", e);
    }
    Thread.ofVirtual().name("chaos-door").start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// New connections go there; the old ones are ended.
  public void redirect(InetSocketAddress elsewhere) {
    target = elsewhere;
    endAll();
  }

  public void mode(Mode next) {
    mode = next;
    if (next == Mode.CUT) {
      endAll();
    }
    synchronized (this) {
      notifyAll();
    }
  }

  /// Bytes of replies that never arrived.
  public long swallowed() {
    return swallowed.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().name("chaos").start(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    open.add(client);
    if (mode == Mode.CUT) {
      end(client);
      return;
    }
    try {
      if (silenced()) {
        end(client); // its very first packet was lost
        return;
      }
      client.setTcpNoDelay(true);
      Socket server = new Socket();
      open.add(server);
      server.setTcpNoDelay(true);
      server.connect(target, 2_000);
      if (mode == Mode.CUT) {
        end(server);
        end(client);
        return;
      }
      Thread.ofVirtual().name("chaos-replies").start(() -> pump(server, client, true));
      pump(client, server, false);
    } catch (IOException unreachable) {
      end(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to, boolean replies) {
    try {
      try {
        carry(from, to, replies);
      } catch (IOException ended) {
        // One side is gone; the other follows.
      }
      silenced();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(from);
    end(to);
  }

  /// Until one side has gone, or what it said was lost.
  private void carry(Socket from, Socket to, boolean replies)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[16 * 1024];
    int got = from.getInputStream().read(buffer);
    while (got >= 0 && !silenced()) {
      held();
      if (replies && mode == Mode.LOSE_REPLIES) {
        swallowed.addAndGet(got);
      } else {
        if (replies && mode == Mode.LATE) {
          Waiting.pass(LATE);
        }
        to.getOutputStream().write(buffer, 0, got);
      }
      got = from.getInputStream().read(buffer);
    }
  }

  /// Waits until the line is not silent; true when it was.
  private synchronized boolean silenced() throws InterruptedException {
    boolean was = mode == Mode.SILENT;
    while (mode == Mode.SILENT) {
      wait();
    }
    return was;
  }

  private synchronized void held() throws InterruptedException {
    while (mode == Mode.HOLD) {
      wait();
    }
  }

  private void endAll() {
    open.forEach(this::end);
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // It is closed already.
    }
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed already.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a proxy", e);
    }
    mode(Mode.CUT);
  }
}
