package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every question that there is, every command that a counter may give and the stream, asked by a
/// counter while the books say a figure that appears nowhere by chance: it is in no answer. The
/// same questions are asked by an admin, who does hear it, so that the sweep is no empty one.
class BlindSweepTest {
  /// What the books say, and the same after one piece more or less. Not within a longer word such
  /// as an id or a time.
  private static final Pattern SECRET = Pattern.compile("(?<![\\w.])79(18|19|20)(?![\\w-])");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("warehouse", "EAST"),
          Map.entry("sku", "HM-0500"),
          Map.entry("location", "DOCK"),
          Map.entry("order", "SO-1"),
          Map.entry("receipt", "R-1"),
          Map.entry("count", "C-1"),
          Map.entry("figure", "on_hand"),
          Map.entry("task", "T-1"),
          Map.entry("transfer", "TR-1"),
          Map.entry("adjustment", "AJ-1"),
          Map.entry("supplier", "ACME"),
          Map.entry("alert", "AL-1"));

  /// What the paths are asked with; not every path takes each of them.
  private static final List<String> WAYS =
      List.of(
          "",
          "?warehouse=EAST",
          "?warehouse=EAST&sku=HM-0500",
          "?text=HM&warehouse=EAST",
          "?time=2100-01-01T00:00:00Z");

  private final List<String> leaks = new ArrayList<>();
  private final TreeSet<String> told = new TreeSet<>();

  /// How often an admin got which status.
  private final Map<Integer, Integer> answered = new TreeMap<>();

  @Test
  void theFigureIsFoundWhereItStandsAndNotWithinAnId() {
    for (String leak :
        List.of("{\"quantity\":7919}", "Only 7920 of HM-0500", "\"change\":-7918,")) {
      assertTrue(SECRET.matcher(leak).find(), leak);
    }
    for (String none : List.of("0192c8f4-7919-7cc3", "10:00:00.007919Z", "79190", "a7919")) {
      assertFalse(SECRET.matcher(none).find(), none);
    }
  }

  @Test
  void theFigureIsInNothingThatACounterHears(@TempDir Path folder) throws Exception {
    try (TestDatabase own = TestDatabase.fresh();
        StockwrightServer server = BlindCountTest.start(own, folder)) {
      Caller caller = new Caller(server.url());
      String admin =
          caller
              .post("/api/v1/sessions", "", Files.readString(folder.resolve("first-sign-in.json")))
              .text("token");
      BlindCountTest.seed(server);
      String cora = BlindCountTest.signIn(caller, "cora");
      BlockingQueue<String> frames = new LinkedBlockingQueue<>();
      WebSocket stream = BlindCountTest.follow(server, cora, frames);
      plant(caller, admin);
      commands(caller, cora);
      ok(caller, admin, "/api/v1/counts/C-1/bins/DOCK/start", "{'warehouse':'EAST'}", 404);
      questions(caller, admin, cora);
      StringBuilder all = new StringBuilder();
      BlindCountTest.hearToTheEnd(server, frames, all);
      stream.abort();
      List<String> heard = all.toString().lines().toList();
      heard.forEach(frame -> look("stream", frame));
      assertEquals(List.of(), leaks);
      assertTrue(heard.size() > 5, "frames: " + heard);
      assertTrue(told.size() >= 15, "an admin hears it from " + told + " " + answered);
    }
  }

  /// Goods as a receipt, a put-away, an order with its picks, a transfer and a till see them.
  private static void plant(Caller caller, String admin) {
    tell(caller, admin, "{'kind':'save_supplier','supplier':'ACME','name':'Acme'}");
    tell(caller, admin, "{'kind':'save_location','warehouse':'EAST','location':'A-01'}");
    tell(
        caller,
        admin,
        "{'kind':'open_purchase_order','warehouse':'EAST','order':'PO-1','supplier':'ACME',"
            + "'lines':[{'sku':'HM-0500','quantity':7919}]}");
    tell(
        caller,
        admin,
        "{'kind':'start_receipt','warehouse':'EAST','number':'R-1','purchase_order':'PO-1'}");
    tell(
        caller,
        admin,
        "{'kind':'receive_line','warehouse':'EAST','receipt':'R-1','sku':'HM-0500','quantity':7919}");
    tell(
        caller,
        admin,
        "{'kind':'place_order','warehouse':'EAST','order':'SO-1','committed':true,"
            + "'lines':[{'sku':'HM-0500','quantity':7919}]}");
    tell(
        caller,
        admin,
        "{'kind':'request_count','warehouse':'EAST','number':'C-1','bins':['DOCK']}");
    tell(
        caller,
        admin,
        "{'kind':'propose_adjustment','warehouse':'EAST','number':'AJ-1','sku':'HM-0500',"
            + "'change':7919,'location':'DOCK','reason':'found'}");
  }

  private static void tell(Caller caller, String token, String command) {
    Caller.Heard heard = caller.post("/api/v1/commands", token, envelope(command));
    assertTrue(heard.body().contains("\"accepted\""), command + " " + heard.body());
  }

  private static String envelope(String command) {
    return ("{'envelopes':[{'id':'"
            + java.util.UUID.randomUUID()
            + "','device':'D-1','command':"
            + command
            + "}]}")
        .replace('\'', '"');
  }

  @SuppressWarnings("unchecked")
  private void questions(Caller caller, String admin, String cora) {
    Map<String, Object> paths =
        (Map<String, Object>) caller.get("/openapi.json", "").json().getOrDefault("paths", "");
    assertTrue(paths.size() > 100, "paths: " + paths.size());
    paths.forEach(
        (path, methods) -> {
          if (((Map<String, Object>) methods).containsKey("get") && !path.endsWith("/stream")) {
            for (String way : WAYS) {
              String asked = filled(path) + way;
              Caller.Heard open = caller.get(asked, admin);
              if (SECRET.matcher(open.body()).find()) {
                told.add(path);
              }
              answered.merge(open.status(), 1, Integer::sum);
              look(asked, caller.get(asked, cora).body());
            }
          }
        });
  }

  private static String filled(String path) {
    String filled = path;
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled.replaceAll("\\{[a-z_]+}", "HM-0500");
  }

  /// What a counter may do, in ways that make the server speak of the figure.
  private void commands(Caller caller, String cora) {
    for (String command :
        List.of(
            "{'kind':'start_count','warehouse':'EAST','count':'C-1'}",
            "{'kind':'take_task','warehouse':'EAST'}",
            "{'kind':'take_task','warehouse':'EAST','wanted':'T-1'}",
            "{'kind':'keep_task','warehouse':'EAST','task':'T-1'}",
            "{'kind':'skip_task','warehouse':'EAST','task':'T-1','reason':'other'}",
            "{'kind':'return_task','warehouse':'EAST','task':'T-1'}",
            "{'kind':'count_from_task','warehouse':'EAST','task':'T-1'}",
            "{'kind':'check_zero','warehouse':'EAST','bin':'DOCK','empty':true}",
            "{'kind':'propose_adjustment','warehouse':'EAST','sku':'HM-0500','change':-99999,"
                + "'location':'DOCK','reason':'lost'}",
            "{'kind':'propose_adjustment','warehouse':'EAST','sku':'HM-0500','change':1,"
                + "'location':'DOCK','reason':'found'}",
            "{'kind':'hold_goods','warehouse':'EAST','sku':'HM-0500','quantity':99999,"
                + "'at':'DOCK','why':'quality'}",
            "{'kind':'adjust_stock','warehouse':'EAST','sku':'HM-0500','quantity_change':-99999,"
                + "'reason':'lost'}",
            "{'kind':'move_stock','warehouse':'EAST','sku':'HM-0500','quantity':99999,"
                + "'from':'DOCK','to':'A-01'}",
            "{'kind':'close_bin','warehouse':'EAST','count':'C-1','bin':'DOCK'}",
            "{'kind':'count_line','warehouse':'EAST','count':'C-1','bin':'DOCK','sku':'HM-0500',"
                + "'quantity':70000}",
            "{'kind':'close_bin','warehouse':'EAST','count':'C-1','bin':'DOCK'}",
            "{'kind':'finish_count','warehouse':'EAST','count':'C-1'}",
            "{'kind':'review_variance','warehouse':'EAST','count':'C-1',"
                + "'verdicts':[{'line':1,'decision':'accept','reason':'count'}]}",
            "{'kind':'acknowledge_alert','warehouse':'EAST','alert':'AL-1'}",
            "{'kind':'learn_barcode','barcode':'4711','sku':'HM-0500'}")) {
      Caller.Heard heard = caller.post("/api/v1/commands", cora, envelope(command));
      look(command, heard.body());
      String path = heard.body().contains("too_few_untold") ? "untold" : "";
      if (command.contains("99999") && !command.contains("_stock")) {
        assertEquals("untold", path, heard.body());
      }
    }
    ok(
        caller,
        cora,
        "/api/v1/adjustments",
        "{'warehouse':'EAST','sku':'HM-0500','change':-99999,'location':'DOCK','reason':'lost'}",
        409);
  }

  private void ok(Caller caller, String token, String path, String body, int status) {
    Caller.Heard heard = caller.write(path, token, path, body.replace('\'', '"'));
    look(path, heard.body());
    assertEquals(status, heard.status(), path + " " + heard.body());
  }

  private void look(String where, String text) {
    var found = SECRET.matcher(text);
    if (found.find()) {
      int at = found.start();
      leaks.add(
          where
              + " ... "
              + text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 40)));
    }
  }
}
