package dev.stockwright.simulator.shift;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A line to a server that keeps every byte the server says on it: the bodies of answers and the
/// frames of streams. Safe for threads.
final class OverheardLine implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private final List<ByteArrayOutputStream> said = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  OverheardLine(int server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("opening a line", e);
    }
    Thread.ofVirtual().name("overheard-door").start(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket there = new Socket();
        there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), 2_000);
        open.add(client);
        open.add(there);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        said.add(kept);
        Thread.ofVirtual().start(() -> carry(client, there, new ByteArrayOutputStream()));
        Thread.ofVirtual().start(() -> carry(there, client, kept));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void carry(Socket from, Socket to, ByteArrayOutputStream kept) {
    byte[] buffer = new byte[16 * 1024];
    try (from;
        to) {
      int got = from.getInputStream().read(buffer);
      while (got >= 0) {
        kept.write(buffer, 0, got);
        to.getOutputStream().write(buffer, 0, got);
        got = from.getInputStream().read(buffer);
      }
    } catch (IOException ended) {
      // One side is gone; the other follows.
    }
  }

  /// Everything that the server has said, one connection behind the other.
  String heard() {
    StringBuilder all = new StringBuilder();
    said.forEach(kept -> all.append(kept.toString(StandardCharsets.UTF_8)).append('\n'));
    return all.toString();
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing a line", e);
    }
  }
}
