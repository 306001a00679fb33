package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.Caller;
import java.util.List;
import java.util.UUID;

/// What a shift leaves besides, so that every list has something to go on with: work in a second
/// warehouse, goods that ran out, and jobs that wait.
final class ShiftElsewhere {
  private final Shift shift;

  ShiftElsewhere(Shift shift) {
    this.shift = shift;
  }

  void worked() {
    stock("SOUTH", "P-1", 10);
    sold();
    counted();
    ranOut();
    wentWrong();
    shift.change(
        """
        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        SELECT name, 'recurring', '2099-01-01', false, 1
          FROM unnest('{review-alerts,review-reorder,tidy-orders}'::text[]) name""");
  }

  private void stock(String warehouse, String sku, int change) {
    shift.ok(
        "/adjustments",
        "'warehouse':'%s','sku':'%s','change':%d,'location':'A-02','reason':'found'"
            .formatted(warehouse, sku, change));
  }

  private void sold() {
    for (int i = 1; i <= 2; i++) {
      shift.ok(
          "/orders",
          "'warehouse':'SOUTH','order':'SO-S%d','customer':'ONE','committed':true,'ship_by':'2099-01-01T00:00:00Z','lines':[{'sku':'P-1','quantity':2}]"
              .formatted(i));
    }
  }

  /// As the books say, and not in the class that NORTH has counted.
  private void counted() {
    String count = shift.number("count", "/counts/request", "'warehouse':'SOUTH','bins':['A-02']");
    shift.ok("/counts/" + count + "/start", "'warehouse':'SOUTH'");
    String bin = "/counts/" + count + "/bins/A-02";
    shift.ok(bin + "/lines", "'warehouse':'SOUTH','sku':'P-1','quantity':10");
    shift.ok(bin + "/close", "'warehouse':'SOUTH'");
    shift.ok("/counts/" + count + "/finish", "'warehouse':'SOUTH'");
  }

  /// Work that was refused and referred, and scans that did not belong to the work.
  private void wentWrong() {
    for (int i = 1; i <= 2; i++) {
      String id = UUID.randomUUID().toString();
      String told =
          "{'kind':'move_stock','warehouse':'NORTH','sku':'P-1','quantity':9999999,'from':'B-01','to':'B-02'}"
              .replace('\'', '"');
      Caller.Heard refused =
          shift.caller.post(
              "/api/v1/commands",
              shift.token("ada"),
              "{\"envelopes\":[{\"id\":\"%s\",\"device\":\"D-1\",\"command\":%s}]}"
                  .formatted(id, told));
      assertTrue(refused.body().contains("insufficient_stock"), refused.body());
      shift.ok(
          "/referrals",
          "'warehouse':'NORTH','refused':'%s','told':'%s','worked_by':'ada'"
              .formatted(id, told.replace("\"", "\\'")));
      shift.numbers.put("referral", id);
      shift.ok(
          "/mismatches",
          "'warehouse':'NORTH','activity':'pick','mistaken':'location','expected':'A-01','scanned':'B-0"
              + i
              + "'");
    }
  }

  /// Three products came and went altogether.
  private void ranOut() {
    for (String sku : List.of("X-1", "X-2", "X-3")) {
      shift.ok("/products/" + sku + "/save", "'name':'Gone'");
      stock("NORTH", sku, 5);
      stock("NORTH", sku, -5);
    }
  }
}
