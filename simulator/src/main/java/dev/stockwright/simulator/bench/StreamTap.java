package dev.stockwright.simulator.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One WebSocket client (RFC 6455) that reads the events of a warehouse with the least work. Its
/// owner is the thread that reads; [#last] may be read by others.
final class StreamTap {
  private static final byte[] EVENT = "{\"kind\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NUMBER = "\"n\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMAND = "\"command_id\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  /// Told about each event: its number and where the command's id starts in `text`.
  @FunctionalInterface
  interface EventListener {
    void event(StreamTap tap, long n, byte[] text, int idAt);
  }

  private final SocketChannel channel;
  private final String warehouse;
  private byte[] pending = new byte[4 * 1024];
  private int filled;
  private volatile long last;

  private StreamTap(SocketChannel channel, StreamTaps.Subscription subscription) {
    this.channel = channel;
    this.warehouse = subscription.warehouse();
    this.last = subscription.after();
  }

  /// Shakes hands and subscribes; the channel is still a blocking one.
  static StreamTap open(
      InetSocketAddress server, String token, StreamTaps.Subscription subscription)
      throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String upgrade =
        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(upgrade.getBytes(StandardCharsets.US_ASCII)));
    String head = head(channel);
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket: " + head);
    }
    StreamTap tap = new StreamTap(channel, subscription);
    tap.send(
        TEXT,
        "{\"type\":\"subscribe\",\"warehouse\":\"%s\",\"epoch\":%d,\"after\":%d}"
            .formatted(subscription.warehouse(), subscription.epoch(), subscription.after())
            .getBytes(StandardCharsets.US_ASCII));
    return tap;
  }

  SocketChannel channel() {
    return channel;
  }

  String warehouse() {
    return warehouse;
  }

  /// The number of the newest event that is here.
  long last() {
    return last;
  }

  /// Takes `n` as the newest; false when it is not the one after the last.
  boolean follows(long n) {
    boolean next = n == last + 1;
    last = n;
    return next;
  }

  void heartbeat() throws IOException {
    if (channel.isOpen()) {
      send(TEXT, "{\"type\":\"heartbeat\"}".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /// Reads all that is there; false when the server has closed.
  boolean read(ByteBuffer shared, EventListener listener) throws IOException {
    shared.clear();
    int got = channel.read(shared);
    shared.flip();
    if (got > 0) {
      if (filled + got > pending.length) {
        pending = Arrays.copyOf(pending, Math.max(pending.length * 2, filled + got));
      }
      shared.get(pending, filled, got);
      filled += got;
      return frames(listener);
    }
    return got == 0;
  }

  private boolean frames(EventListener listener) throws IOException {
    int at = 0;
    boolean open = true;
    while (filled - at >= 2) {
      int length = pending[at + 1] & 0x7F;
      int head = length < 126 ? 2 : length == 126 ? 4 : 10;
      if (filled - at < head) {
        break;
      }
      if (head > 2) {
        length = (int) number(at + 2, head - 2);
      }
      if (filled - at < head + length) {
        break;
      }
      open &= frame(pending[at] & 0x0F, at + head, length, listener);
      at += head + length;
    }
    System.arraycopy(pending, at, pending, 0, filled - at);
    filled -= at;
    return open;
  }

  private boolean frame(int opcode, int from, int length, EventListener listener)
      throws IOException {
    switch (opcode) {
      case PING -> send(PONG, Arrays.copyOfRange(pending, from, from + length));
      case CLOSE -> {
        return false;
      }
      default -> events(from, from + length, listener);
    }
    return true;
  }

  private void events(int from, int end, EventListener listener) {
    for (int at = find(EVENT, from, end); at >= 0; ) {
      int n = find(NUMBER, at, end);
      int id = n < 0 ? -1 : find(COMMAND, n, end);
      if (id < 0) {
        return;
      }
      listener.event(this, digits(n + NUMBER.length), pending, id + COMMAND.length);
      at = find(EVENT, id, end);
    }
  }

  private int find(byte[] wanted, int from, int end) {
    byte[] bytes = pending;
    int last = end - wanted.length;
    for (int i = from; i <= last; i++) {
      if (bytes[i] == wanted[0]
          && bytes[i + 1] == wanted[1]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private long digits(int from) {
    long value = 0;
    for (int i = from; pending[i] >= '0' && pending[i] <= '9'; i++) {
      value = value * 10 + pending[i] - '0';
    }
    return value;
  }

  private long number(int from, int bytes) {
    long value = 0;
    for (int i = from; i < from + bytes; i++) {
      value = value << 8 | pending[i] & 0xFF;
    }
    return value;
  }

  /// A frame as a client must send it: masked, here with zeros.
  private void send(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  /// Byte for byte, so that no frame behind the head is taken away.
  private static String head(SocketChannel channel) throws IOException {
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      one.clear();
      if (channel.read(one) < 0) {
        throw new EOFException("closed after: " + head);
      }
      head.append((char) one.get(0));
    }
    return head.toString();
  }
}
