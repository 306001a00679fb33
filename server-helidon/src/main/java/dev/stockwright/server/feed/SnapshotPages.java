package dev.stockwright.server.feed;

import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Levels on their way into the frames of a [Snapshot]: a page is closed when the next level would
/// make it too large. For one thread.
final class SnapshotPages {
  private static final int LEVELS_MAX = 500;

  private final WarehouseCode warehouse;
  private final Head head;
  private final List<byte[]> pages = new ArrayList<>();
  private final StringBuilder levels = new StringBuilder();
  private int bytes;
  private int count;

  SnapshotPages(WarehouseCode warehouse, Head head) {
    this.warehouse = warehouse;
    this.head = head;
  }

  void add(Level level) {
    byte[] json = Wire.LEVEL.bytes(level);
    if (count == LEVELS_MAX || bytes + json.length + 1 > FeedSettings.FRAME_BYTES) {
      close(false);
    }
    if (count > 0) {
      levels.append(',');
    }
    levels.append(new String(json, StandardCharsets.UTF_8));
    bytes += json.length + 1;
    count++;
  }

  Snapshot finished() {
    close(true);
    return new Snapshot(head, pages);
  }

  private void close(boolean done) {
    String frame =
        "{\"type\":\"snapshot\",\"warehouse\":\""
            + warehouse
            + "\",\"epoch\":"
            + head.epoch()
            + ",\"n\":"
            + head.last()
            + ",\"page\":"
            + (pages.size() + 1)
            + ",\"done\":"
            + done
            + ",\"levels\":["
            + levels
            + "]}";
    pages.add(Snapshot.compressed(frame));
    levels.setLength(0);
    bytes = 0;
    count = 0;
  }
}
