package dev.stockwright.server.stream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A WebSocket client on a bare socket (RFC 6455) that can also do what no client should. Blocking,
/// for one thread.
final class RawWebSocket implements Closeable {
  static final int FIN = 0x80;
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;

  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  /// What came in.
  record Frame(int opcode, boolean fin, ByteBuffer payload) {
    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }

    /// The code of a close frame; 1005 when it has none.
    int code() {
      return payload.remaining() < 2 ? 1005 : payload.getShort(0) & 0xFFFF;
    }
  }

  final Socket socket;
  final DataInputStream in;
  final OutputStream out;
  final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  boolean keep = true;

  RawWebSocket(int port, int receiveBuffer) {
    try {
      socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(10_000);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 16_384));
      out = socket.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An open session of a device.
  static RawWebSocket open(int port, String device) {
    RawWebSocket client = new RawWebSocket(port, 0);
    client.upgrade(device);
    return client;
  }

  void upgrade(String device) {
    String answer =
        handshake(
            "GET /api/v1/stream HTTP/1.1",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: " + KEY,
            "Authorization: Bearer " + device);
    if (!answer.startsWith("HTTP/1.1 101") || !answer.contains(ACCEPT)) {
      throw new AssertionError("no upgrade: " + answer);
    }
  }

  /// Sends a request with a Host and gives back the head of the answer.
  String handshake(String... lines) {
    raw(
        (String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    try {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      return head.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void raw(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A masked frame with the shortest length there is.
  ///
  /// @param first FIN, RSV and opcode
  void frame(int first, byte[] payload) {
    raw(encoded(first, payload, true));
  }

  void frame(int first, String payload) {
    frame(first, payload.getBytes(StandardCharsets.UTF_8));
  }

  void text(String text) {
    frame(FIN | TEXT, text);
  }

  void close(int code, String reason) {
    byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[2 + bytes.length];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(bytes, 0, payload, 2, bytes.length);
    frame(FIN | CLOSE, payload);
  }

  static byte[] encoded(int first, byte[] payload, boolean masked) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first);
    int mask = masked ? 0x80 : 0;
    int length = payload.length;
    if (length < 126) {
      bytes.write(mask | length);
    } else if (length < 65_536) {
      bytes.write(mask | 126);
      bytes.write(length >> 8);
      bytes.write(length);
    } else {
      bytes.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        bytes.write((int) ((long) length >> shift));
      }
    }
    byte[] key = {0x12, 0x34, 0x56, 0x78};
    if (masked) {
      bytes.writeBytes(key);
    }
    for (int i = 0; i < length; i++) {
      bytes.write(masked ? payload[i] ^ key[i % 4] : payload[i]);
    }
    return bytes.toByteArray();
  }

  /// The next frame; empty when the connection is over.
  Optional<Frame> read() {
    try {
      int first = in.readUnsignedByte();
      long length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      if (length > 10_000_000 || length < 0) {
        throw new AssertionError("garbage from the server, first byte " + first);
      }
      byte[] payload = in.readNBytes((int) length);
      if (keep) {
        heard.writeBytes(payload);
      }
      return Optional.of(new Frame(first & 0x0F, (first & FIN) != 0, ByteBuffer.wrap(payload)));
    } catch (EOFException | SocketException over) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads on to the close frame and gives its code; -1 when the connection ended without one.
  int awaitClose() {
    for (Optional<Frame> frame = read(); frame.isPresent(); frame = read()) {
      if (frame.get().opcode() == CLOSE) {
        return frame.get().code();
      }
    }
    return -1;
  }

  /// Reads on to a frame with this opcode.
  Frame await(int opcode) {
    while (true) {
      Frame frame = read().orElseThrow(() -> new AssertionError("closed; wanted " + opcode));
      if (frame.opcode() == opcode) {
        return frame;
      }
      if (frame.opcode() == CLOSE) {
        throw new AssertionError("closed with " + frame.code() + "; wanted " + opcode);
      }
    }
  }

  /// Proves that the session still listens and answers.
  void expectAlive() {
    frame(FIN | PING, "are you there");
    awaitPong("are you there");
  }

  /// Reads on to the answer to this ping.
  void awaitPong(String payload) {
    String answered = "";
    while (!answered.equals(payload)) {
      answered = await(PONG).text();
    }
  }

  /// Ends the connection with a reset.
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
