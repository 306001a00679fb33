package dev.stockwright.simulator.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// Ready-made HTTP requests: the bytes that change from call to call are put into a template. Used
/// by one thread.
interface Calls {
  /// Writes the whole request for command `number` (and the following ones of the same call) into
  /// `target`, which is cleared.
  void write(ByteBuffer target, long number);

  /// Commands in one call.
  int size();

  /// Calls of `size` commands to a server.
  static Calls of(int size, BenchServer server, Keys keys, CommandNumbers numbers) {
    return size == 1
        ? single(server.grid(), keys, server.token(), numbers)
        : batch(size, server.grid(), keys, server.token(), numbers);
  }

  /// Of nine calls five receive one piece (`POST /api/v1/inventory/receive`) and four take one away
  /// (`POST /api/v1/inventory/adjust`), as the document design's events do.
  static Calls single(Grid grid, Keys keys, String token, CommandNumbers numbers) {
    return new Single(
        grid,
        keys,
        numbers,
        head("/api/v1/inventory/receive", token),
        head("/api/v1/inventory/adjust", token));
  }

  /// The same mix, `size` envelopes a call: `POST /api/v1/commands`.
  static Calls batch(int size, Grid grid, Keys keys, String token, CommandNumbers numbers) {
    return new Batch(size, grid, keys, numbers, head("/api/v1/commands", token));
  }

  private static String head(String path, String token) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
        + token
        + "\r\n";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// One command a call.
  final class Single implements Calls {
    private final Grid grid;
    private final Keys keys;
    private final CommandNumbers numbers;
    private final byte[] receive;
    private final byte[] adjust;
    private final SplittableRandom random = new SplittableRandom(11);

    Single(Grid grid, Keys keys, CommandNumbers numbers, String receive, String adjust) {
      this.grid = grid;
      this.keys = keys;
      this.numbers = numbers;
      this.receive = ascii(receive + "Idempotency-Key: ");
      this.adjust = ascii(adjust + "Idempotency-Key: ");
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void write(ByteBuffer target, long number) {
      int row = keys.next(random);
      boolean brings = random.nextInt(9) < 5;
      byte[] body =
          ascii(
              "{\"sku\":\""
                  + Grid.skuText(row / grid.warehouses())
                  + "\",\"warehouse_code\":\""
                  + Grid.warehouseText(row % grid.warehouses())
                  + (brings
                      ? "\",\"quantity\":1,\"reason\":\"receipt\"}"
                      : "\",\"quantity_change\":-1,\"reason\":\"count\"}"));
      target.put(brings ? receive : adjust);
      numbers.write(target, number);
      target.put(ascii("\r\nContent-Length: " + body.length + "\r\n\r\n")).put(body);
    }
  }

  /// Many commands a call.
  final class Batch implements Calls {
    private static final byte[] BEFORE_ID = ascii("{\"id\":\"");
    private static final byte[] AFTER_ID =
        ascii(
            "\",\"device\":\"load\",\"sequence\":0,\"insisted\":false,"
                + "\"command\":{\"kind\":\"");
    private static final byte[] RECEIVE = ascii("receive_goods\",\"warehouse\":\"");
    private static final byte[] ADJUST = ascii("adjust_stock\",\"warehouse\":\"");
    private static final byte[] BEFORE_SKU = ascii("\",\"sku\":\"");
    private static final byte[] ONE_MORE = ascii("\",\"quantity\":1}}");
    private static final byte[] ONE_LESS =
        ascii("\",\"quantity_change\":-1,\"reason\":\"count\"}}");

    private final int size;
    private final Grid grid;
    private final Keys keys;
    private final CommandNumbers numbers;
    private final byte[] head;
    private final ByteBuffer body;
    private final SplittableRandom random = new SplittableRandom(13);

    Batch(int size, Grid grid, Keys keys, CommandNumbers numbers, String head) {
      this.size = size;
      this.grid = grid;
      this.keys = keys;
      this.numbers = numbers;
      this.head = ascii(head);
      this.body = ByteBuffer.allocate(64 + size * 256);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void write(ByteBuffer target, long number) {
      body.clear().put(ascii("{\"envelopes\":["));
      for (int i = 0; i < size; i++) {
        int row = keys.next(random);
        if (i > 0) {
          body.put((byte) ',');
        }
        body.put(BEFORE_ID);
        numbers.write(body, number + i);
        boolean brings = random.nextInt(9) < 5;
        body.put(AFTER_ID).put(brings ? RECEIVE : ADJUST);
        body.put(ascii(Grid.warehouseText(row % grid.warehouses())));
        body.put(BEFORE_SKU);
        putSku(row / grid.warehouses());
        body.put(brings ? ONE_MORE : ONE_LESS);
      }
      body.put(ascii("]}")).flip();
      target.put(head).put(ascii("Content-Length: " + body.remaining() + "\r\n\r\n")).put(body);
    }

    private void putSku(int product) {
      body.put((byte) 'P');
      for (int digit = 1_000_000; digit > 0; digit /= 10) {
        body.put((byte) ('0' + product / digit % 10));
      }
    }
  }
}
