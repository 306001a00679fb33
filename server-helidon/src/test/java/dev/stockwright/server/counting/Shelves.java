package dev.stockwright.server.counting;

import dev.stockwright.protocol.Answer;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Products and bins that no other test of a site has, and people who act at the same time.
final class Shelves {
  private final TestSite site;
  private int products;
  private int bins;

  Shelves(TestSite site) {
    this.site = site;
  }

  Sku newProduct(String lotAndSerial) {
    String code = "P-" + ++products;
    site.change(
        "INSERT INTO product (sku, name, lot_tracked, serial_tracked, unit_cost) VALUES ('"
            + code
            + "', 'Product', "
            + lotAndSerial
            + ", 100)");
    return new Sku(code);
  }

  LocationCode newBin() {
    String code = "B-" + ++bins;
    site.change(
        "INSERT INTO location (warehouse_id, code, kind, zone) SELECT id, '"
            + code
            + "', 'bin', 'Z1' FROM warehouse WHERE code = 'W1'");
    return new LocationCode(code);
  }

  /// How many of those who ask at the same time are accepted.
  static long accepted(List<Callable<Answer>> commands) throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      long done = 0;
      for (Future<Answer> answer : threads.invokeAll(commands)) {
        done += answer.get() instanceof Answer.Accepted ? 1 : 0;
      }
      return done;
    }
  }
}
