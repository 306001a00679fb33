package dev.stockwright.client.sync;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A WebSocket server of a few lines (RFC 6455, text only) for one client at a time, driven by a
/// test: what it got is in [#received], what it says the test says.
final class StreamServer implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  private final Thread acceptor;

  /// When set, connections are refused with this status.
  volatile int refuse;

  StreamServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    acceptor = Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create("ws://localhost:" + server.getLocalPort() + "/api/v1/stream");
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      if (!handshake(in, socket.getOutputStream())) {
        socket.close();
        return;
      }
      sockets.add(socket);
      received.add("open");
      while (true) {
        int opcode = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        if (length == 126) {
          length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
          payload[i] ^= mask[i & 3];
        }
        received.add(
            switch (opcode) {
              case 1 -> new String(payload, StandardCharsets.UTF_8);
              case 9 -> "ping";
              default -> "op " + opcode;
            });
      }
    } catch (IOException gone) {
      received.add("gone");
    }
  }

  private boolean handshake(DataInputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    String key = "";
    for (String line : List.of(head.toString().split("\r\n"))) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = line.substring(line.indexOf(':') + 1).strip();
      }
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("authorization:")) {
        authorizations.add(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    String answer =
        refuse > 0
            ? "HTTP/1.1 " + refuse + " No\r\nContent-Length: 0\r\n\r\n"
            : "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(key)
                + "\r\n\r\n";
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return refuse == 0;
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Says one text in `parts` fragments.
  void say(String text, int parts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int size = Math.max(1, (bytes.length + parts - 1) / parts);
    for (int from = 0; from < bytes.length; from += size) {
      int to = Math.min(bytes.length, from + size);
      frame(from == 0 ? 1 : 0, to == bytes.length, java.util.Arrays.copyOfRange(bytes, from, to));
    }
  }

  /// Answers a ping.
  void pong() {
    frame(10, true, new byte[0]);
  }

  void close(int code) {
    frame(8, true, new byte[] {(byte) (code >> 8), (byte) code});
  }

  private void frame(int opcode, boolean last, byte[] payload) {
    try {
      OutputStream out = sockets.getLast().getOutputStream();
      byte[] head;
      if (payload.length < 126) {
        head = new byte[] {(byte) (opcode | (last ? 128 : 0)), (byte) payload.length};
      } else {
        head =
            new byte[] {
              (byte) (opcode | (last ? 128 : 0)),
              126,
              (byte) (payload.length >> 8),
              (byte) payload.length
            };
      }
      out.write(head);
      out.write(payload);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The line breaks, without a word.
  void cut() {
    sockets.forEach(
        socket -> {
          try {
            if (!socket.isClosed()) {
              socket.setSoLinger(true, 0); // a reset, not a farewell
              socket.close();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Nobody gets through any more once it returns.
  @Override
  public void close() throws IOException {
    server.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cut();
  }
}
