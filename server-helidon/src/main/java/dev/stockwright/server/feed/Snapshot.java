package dev.stockwright.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// All levels of a warehouse as they are after one number, as frames ready to be sent. The frames
/// are kept compressed, about 20 bytes a product, so that a slow client may take its time without
/// holding a transaction or much memory. Immutable; shared by everybody who needs it.
final class Snapshot {
  private final Head head;
  private final List<byte[]> pages;

  Snapshot(Head head, List<byte[]> pages) {
    this.head = head;
    this.pages = List.copyOf(pages);
  }

  /// The number that this is the state after, and its epoch.
  Head head() {
    return head;
  }

  int pages() {
    return pages.size();
  }

  /// The text of one frame.
  ///
  /// @param page from 1
  String frame(int page) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(pages.get(page - 1));
      ByteArrayOutputStream text = new ByteArrayOutputStream(FeedSettings.FRAME_BYTES + 1_000);
      byte[] piece = new byte[8192];
      while (!inflater.finished()) {
        text.write(piece, 0, inflater.inflate(piece));
      }
      return text.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("page " + page + " was compressed here", e);
    } finally {
      inflater.end();
    }
  }

  static byte[] compressed(String frame) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(frame.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      ByteArrayOutputStream small = new ByteArrayOutputStream(8192);
      byte[] piece = new byte[8192];
      while (!deflater.finished()) {
        small.write(piece, 0, deflater.deflate(piece));
      }
      return small.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
