package dev.stockwright.simulator.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One keep-alive connection with at most one call under way. Reads the status, then as many bytes
/// as `Content-Length` says or up to the last chunk.
final class HttpConnection {
  private final SocketChannel channel;
  private final ByteBuffer request;
  private ByteBuffer answer;
  private long due;
  private int bodyStart;
  private int bodyEnd;

  HttpConnection(SocketChannel channel, int requestBytes) {
    this.channel = channel;
    this.request = ByteBuffer.allocateDirect(requestBytes);
    this.answer = ByteBuffer.allocate(8 * 1024);
  }

  /// Where the next request is written.
  ByteBuffer request() {
    return request.clear();
  }

  void send(long dueNanos) throws IOException {
    due = dueNanos;
    answer.clear();
    bodyStart = -1;
    request.flip();
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  long due() {
    return due;
  }

  /// Reads what is there; true when the answer is complete.
  boolean answered() throws IOException {
    if (!answer.hasRemaining()) {
      answer =
          ByteBuffer.wrap(Arrays.copyOf(answer.array(), answer.capacity() * 2))
              .position(answer.position());
    }
    if (channel.read(answer) < 0) {
      throw new EOFException("the server closed the connection: " + head());
    }
    if (bodyStart < 0) {
      readHead();
    }
    return bodyStart >= 0 && (bodyEnd >= 0 ? answer.position() >= bodyEnd : endsWithLastChunk());
  }

  /// 1 when the status is 2xx, else 0.
  int success() {
    return answer.array()[9] == '2' ? 1 : 0;
  }

  /// How often `text` is in the body.
  int count(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = answer.array();
    int found = 0;
    for (int i = bodyStart; i <= answer.position() - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        found++;
        i += wanted.length - 1;
      }
    }
    return found;
  }

  String head() {
    return new String(answer.array(), 0, Math.min(answer.position(), 2000), StandardCharsets.UTF_8);
  }

  void close() throws IOException {
    channel.close();
  }

  private void readHead() {
    byte[] bytes = answer.array();
    int end = answer.position();
    for (int i = 0; i <= end - 4; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        bodyStart = i + 4;
        bodyEnd = bodyEnd(new String(bytes, 0, i, StandardCharsets.ISO_8859_1));
        return;
      }
    }
  }

  /// -1 when the body comes in chunks.
  private int bodyEnd(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    if (at >= 0) {
      int lineEnd = lower.indexOf('\r', at);
      String value = lower.substring(at + 15, lineEnd < 0 ? lower.length() : lineEnd).strip();
      return bodyStart + Integer.parseInt(value);
    }
    return lower.contains("transfer-encoding: chunked") ? -1 : bodyStart;
  }

  private boolean endsWithLastChunk() {
    int end = answer.position();
    byte[] last = {'0', '\r', '\n', '\r', '\n'};
    return end - bodyStart >= last.length
        && Arrays.equals(answer.array(), end - last.length, end, last, 0, last.length);
  }
}
