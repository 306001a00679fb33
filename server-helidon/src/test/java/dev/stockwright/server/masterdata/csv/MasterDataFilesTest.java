package dev.stockwright.server.masterdata.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Files of master data over HTTP, with the whole server as it is shipped.
class MasterDataFilesTest extends FileBed {
  @Test
  void aFileIsLookedAtThenAppliedAndTheSameFileAgainIsTheSame() {
    String a = fresh();
    String file =
        """
        sku,name,unit_cost,handling
        %s-1,"Nail, long",12,cold fragile
        %s-2,Screw,,
        """
            .formatted(a, a);
    Caller.Heard looked = send("products", file);
    assertEquals("previewed 2 0 0 0", counts(looked));
    assertEquals(404, caller.get("/api/v1/products/" + a + "-1", admin).status());
    assertEquals(
        List.of("2 create", "3 create"),
        lines(looked, "").stream().map(l -> l.get("line") + " " + l.get("effect")).toList());
    Caller.Heard applied = apply(looked, "");
    assertEquals("applied 2 0 0 0", counts(applied));
    assertEquals(applied.body(), apply(looked, "").body());
    assertEquals(applied.body(), apply(looked, "?good_lines_only=true").body());
    assertEquals(
        List.of("EAST product imported", "WEST product imported"),
        told(looked.text("id")),
        "once in each warehouse");
    Map<String, Object> card = caller.get("/api/v1/products/" + a + "-1", admin).json();
    assertEquals(
        "Nail, long 12 piece [cold, fragile] 1",
        card.get("name")
            + " "
            + card.get("unit_cost")
            + " "
            + card.get("unit")
            + " "
            + card.get("handling")
            + " "
            + card.get("version"));
    assertEquals("previewed 0 0 2 0", counts(send("products", file)));
    Caller.Heard changed = send("products", file.replace("Screw", "Bolt"));
    assertEquals("previewed 0 1 1 0", counts(changed));
    assertEquals("name: Screw -> Bolt", lines(changed, "change").getFirst().get("sentence"));
  }

  /// The events that tell of an import.
  private List<String> told(String id) {
    return server
        .database()
        .reading()
        .fetch(
            "SELECT w.code || ' ' || (h.body::jsonb ->> 'document') || ' '"
                + " || (h.body::jsonb ->> 'state') FROM happening h"
                + " JOIN warehouse w ON w.id = h.warehouse_id WHERE h.body LIKE ? ORDER BY 1",
            "%" + id + "%")
        .map(row -> String.valueOf(row.get(0)));
  }

  @Test
  void oneBadLineStopsAllUnlessTheGoodOnesAreAskedFor() {
    String a = fresh();
    String file =
        """
        sku,name,unit_cost,count_class
        %1$s-1,Nail,12,A
        %1$s 2,Screw,12,A
        %1$s-3,,12,A
        %1$s-4,Bolt,1.5,A
        %1$s-5,Bolt,15,Z
        %1$s-1,Nut,15,A
        %1$s-7,Nut,15
        %1$s-8,Nut,15,B
        """
            .formatted(a);
    Caller.Heard looked = send("products", file);
    assertEquals("previewed 2 0 0 6", counts(looked));
    assertEquals(
        """
        3 sku invalid_sku
        4 name missing_name
        5 unit_cost invalid_unit_cost
        6 count_class invalid_count_class
        7 sku double_line
        8 null wrong_cell_count"""
            .lines()
            .toList(),
        lines(looked, "error").stream()
            .map(l -> l.get("line") + " " + l.get("field") + " " + l.get("code"))
            .toList());
    assertEquals(
        "Unit cost \"1.5\" is not a whole number from 0 to 999999999999.",
        lines(looked, "error").get(2).get("sentence"));
    Caller.Heard refused = apply(looked, "");
    assertEquals("409 import_has_errors", refused.status() + " " + refused.code());
    assertEquals(404, caller.get("/api/v1/products/" + a + "-1", admin).status());
    Caller.Heard good = apply(looked, "?good_lines_only=true");
    assertEquals(
        "applied 2 6",
        good.text("state") + " " + good.text("created") + " " + good.text("skipped"));
    assertEquals(200, caller.get("/api/v1/products/" + a + "-8", admin).status());
  }

  @Test
  void whatIsTakenOutComesInAsTheSameAndWithoutFormulas() {
    String a = fresh();
    applied(
        "products",
        """
        sku,name,category
        %1$s-1,"=HYPERLINK(""http://x"")",@tools
        -%1$s,+44 nails,'-x
        +%1$s,"'Tis a ""nail""\",
        """
            .formatted(a));
    applied(
        "barcodes",
        """
        code,sku,pack,units,lot
        5901234123457,%1$s-1,case,12,
        =%1$s,%1$s-1,each,1,L-1
        """
            .formatted(a));
    applied("zones", "warehouse,code,name\nEAST,=Z,-Cold\n");
    applied(
        "locations",
        """
        warehouse,code,zone,kind,x_mm,capacity_units,mixing
        EAST,%1$s-A,=Z,bin,-250,40,one_lot
        WEST,%1$s-A,,staging,0,,any
        """
            .formatted(a));
    applied("suppliers", "code;name;lead_days;mail\n%s;\"@Halvorsen; Sons\";14;-\n".formatted(a));
    applied("customers", "\ufeffcode,name,address\n%s,Corner,\"=Main 1\"\n".formatted(a));
    applied("minimums", "warehouse,sku,quantity\nEAST,%s-1,24\n".formatted(a));
    for (String sheet :
        List.of(
            "products",
            "barcodes",
            "zones",
            "locations",
            "suppliers",
            "customers",
            "reasons",
            "minimums")) {
      String file = caller.get("/api/v1/sheets/" + sheet + "/export", admin).body();
      int rows = (int) file.lines().count() - 1;
      assertTrue(rows > 0, sheet);
      assertEquals("previewed 0 0 " + rows + " 0", counts(send(sheet, file)), sheet + file);
      for (String cell : file.split("[,\r\n]+")) {
        assertTrue(
            !cell.matches("(?s)\"?[ \u00a0]*[=+@\t].*|\"?-[^0-9].*"), sheet + " holds " + cell);
      }
    }
  }

  @Test
  void aFileMadeFromAnOldVersionDoesNotOverwriteWhatIsNewer() {
    String a = fresh();
    applied("products", "sku,name\n%1$s-1,Nail\n%1$s-2,Screw\n".formatted(a));
    String export =
        caller
            .get("/api/v1/sheets/products/export", admin)
            .body()
            .lines()
            .filter(line -> line.startsWith("sku") || line.startsWith(a))
            .collect(Collectors.joining("\n"));
    accepted(write("/api/v1/products/" + a + "-1/save", "{\"name\":\"Tack\",\"version\":1}"));
    Caller.Heard looked = send("products", export.replace("Nail", "Brad").replace("Screw", "Bolt"));
    assertEquals("previewed 0 1 0 1", counts(looked));
    assertEquals("stale_version", lines(looked, "error").getFirst().get("code"));
    Caller.Heard late = send("products", "sku,name\n%s-2,Rivet\n".formatted(a));
    accepted(write("/api/v1/products/" + a + "-2/save", "{\"name\":\"Pin\",\"version\":1}"));
    Caller.Heard outdated = apply(late, "");
    assertEquals("409 import_outdated", outdated.status() + " " + outdated.code());
    assertEquals("Pin", caller.get("/api/v1/products/" + a + "-2", admin).text("name"));
    assertEquals(
        "applied 0 1",
        apply(late, "?good_lines_only=true").text("state")
            + " "
            + apply(late, "").text("changed")
            + " "
            + apply(late, "").text("skipped"));
  }

  @Test
  void twoWhoApplyAtOnceMakeEachLineOnce() throws Exception {
    String a = fresh();
    StringBuilder file = new StringBuilder("sku,name\n");
    for (int i = 0; i < 3_000; i++) {
      file.append(a).append('-').append(i).append(",Nail\n");
    }
    List<Caller.Heard> looked = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      looked.add(send("products", file.toString()));
    }
    List<CompletableFuture<Caller.Heard>> asked = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Caller.Heard one = looked.get(i % 3);
      asked.add(CompletableFuture.supplyAsync(() -> apply(one, "")));
    }
    long made = 0;
    for (int i = 0; i < 6; i++) {
      Caller.Heard heard = asked.get(i).get();
      if (i < 3 && heard.status() == 200) {
        made += Long.parseLong(heard.text("created"));
      }
    }
    assertEquals(3_000, made);
  }

  @Test
  void aFileThatIsNoneIsRefusedWhole() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 1};
    assertEquals("400 not_text", refused("products", zip));
    assertEquals("400 empty_file", refused("products", new byte[0]));
    assertEquals("400 unknown_column", refused("products", "sku,name,colour\nX,Y,red\n"));
    assertEquals("400 double_column", refused("products", "sku,name,name\nX,Y,Z\n"));
    assertEquals("400 missing_column", refused("products", "name\nX\n"));
    assertEquals("400 invalid_csv", refused("products", "sku,name\nX,\"Y\"Z\n"));
    assertEquals(
        "400 not_utf8",
        refused("products", "sku,name\nX,N\u00e4gel\n".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals("400 line_too_long", refused("products", "sku,name\n" + "x,".repeat(600_000)));
    assertEquals("400 line_too_long", refused("products", "sku,name\nX,\"" + "y\n".repeat(90_000)));
    assertEquals("404 unknown_sheet", refused("colours", "code\nred\n"));
    Caller.Heard json = caller.post("/api/v1/sheets/products/import", admin, "{}");
    assertEquals("415 not_csv", json.status() + " " + json.code());
    assertEquals(
        "404 unknown_import",
        caller.get("/api/v1/imports/0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f", admin).status()
            + " "
            + caller.get("/api/v1/imports/0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f", admin).code());
    assertEquals(
        0,
        server
            .database()
            .reading()
            .fetchSingle("SELECT count(*) FROM import_file WHERE state = 'reading'")
            .get(0, Long.class));
  }

  @Test
  void nobodyBringsInWhatIsNotTheirs() {
    String erp = signIn("erp");
    String ann = signIn("ann");
    Caller.Heard worker = send(ann, "products", "sku,name\nX,Y\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("403 not_allowed", worker.status() + " " + worker.code());
    assertEquals(403, caller.get("/api/v1/sheets/products/export", ann).status());
    String file = "warehouse,code\nEAST,%1$s\nWEST,%1$s\n".formatted(fresh());
    Caller.Heard looked = send(erp, "locations", file.getBytes(StandardCharsets.UTF_8));
    assertEquals("previewed 1 0 0 1", counts(looked));
    assertTrue(
        caller
            .get("/api/v1/sheets/locations/export", erp)
            .body()
            .lines()
            .noneMatch(line -> line.startsWith("WEST")));
  }

  @Test
  void goodsStopAtWhatAFileHasSwitchedOff() {
    String a = fresh();
    applied("products", "sku,name\n%s,Nail\n".formatted(a));
    String receive = "{\"sku\":\"%s\",\"warehouse_code\":\"EAST\",\"quantity\":5}".formatted(a);
    assertEquals(200, write("/api/v1/inventory/receive", receive).status());
    Caller.Heard unit = send("products", "sku,unit\n%s,box\n".formatted(a));
    assertEquals("frozen", lines(unit, "error").getFirst().get("code"));
    applied("products", "sku,active\n%s,no\n".formatted(a));
    Caller.Heard refused = write("/api/v1/inventory/receive", receive);
    assertEquals("409 switched_off", refused.status() + " " + refused.code());
    applied("products", "sku,active\n%s,yes\n".formatted(a));
    assertEquals(200, write("/api/v1/inventory/receive", receive).status());
    applied("minimums", "warehouse,sku,quantity\nEAST,%s,100\n".formatted(a));
    assertEquals(200, write("/api/v1/inventory/receive", receive).status());
    assertTrue(caller.get("/api/v1/inventory/warehouse/EAST/low-stock", admin).body().contains(a));
  }

  @Test
  void aFileLocksPlacesAndGoodsStopThere() {
    String a = fresh();
    applied("products", "sku,name\n%s,Nail\n".formatted(a));
    String file = "warehouse,code,locked_in,lock_reason\nEAST,%s,%s,%s\n";
    Caller.Heard bare = send("locations", file.formatted(a, "yes", ""));
    assertEquals("missing_lock_reason", lines(bare, "error").getFirst().get("code"));
    applied("locations", file.formatted(a, "yes", "blocked"));
    String receive =
        "{\"sku\":\"%1$s\",\"warehouse_code\":\"EAST\",\"quantity\":5,\"location\":\"%1$s\"}"
            .formatted(a);
    Caller.Heard refused = write("/api/v1/inventory/receive", receive);
    assertEquals("409 location_locked", refused.status() + " " + refused.code());
    String out = caller.get("/api/v1/sheets/locations/export", admin).body();
    assertTrue(
        out.lines().anyMatch(line -> line.contains(a) && line.contains("true,false,blocked")));
    assertEquals("previewed 0 0 1 0", counts(send("locations", line(out, a))));
    applied("locations", file.formatted(a, "no", "blocked"));
    assertEquals(200, write("/api/v1/inventory/receive", receive).status());
  }

  private static String line(String file, String with) {
    List<String> lines = file.lines().toList();
    return lines.getFirst()
        + "\n"
        + lines.stream().filter(each -> each.contains(with)).findFirst().orElseThrow()
        + "\n";
  }

  @Test
  void everyKindIsListedAndFound() {
    String a = fresh();
    applied("products", "sku,name,category\n%1$s,Nail,cat-%1$s\n".formatted(a));
    applied("suppliers", "code,name\n%1$s,Halvorsen %1$s\n".formatted(a));
    applied("customers", "code,name\n%1$s,Corner %1$s\n".formatted(a));
    applied("zones", "warehouse,code,name\nEAST,%1$s,Zone\n".formatted(a));
    applied("locations", "warehouse,code,zone\nEAST,%1$s,%1$s\n".formatted(a));
    applied("minimums", "warehouse,sku,quantity\nEAST,%1$s,5\n".formatted(a));
    accepted(write("/api/v1/barcodes/B" + a + "/learn", "{\"sku\":\"" + a + "\",\"units\":6}"));
    accepted(
        write(
            "/api/v1/settings/x." + a.toLowerCase(java.util.Locale.ROOT) + "/save",
            "{\"value\":\"5\"}"));
    accepted(
        write(
            "/api/v1/warehouses/EAST/locations/" + a + "/lock",
            "{\"lock_in\":true,\"reason\":\"blocked\"}"));
    for (String path :
        List.of(
            "products/" + a,
            "barcodes/B" + a,
            "barcodes?sku=" + a,
            "categories?limit=500",
            "suppliers?name=vorsen%20" + a,
            "suppliers/" + a,
            "customers?name=corner%20" + a,
            "customers/" + a,
            "settings?limit=500",
            "zones?warehouse=EAST&limit=500",
            "warehouses/EAST/locations?zone=" + a,
            "warehouses/EAST/locations?closed=true",
            "warehouses/EAST/locations/" + a,
            "minimums?warehouse=EAST&limit=500")) {
      Caller.Heard heard = caller.get("/api/v1/" + path, admin);
      assertTrue(
          heard.status() == 200 && heard.body().toUpperCase(java.util.Locale.ROOT).contains(a),
          path + " " + heard);
    }
    assertEquals("Eastgate", caller.get("/api/v1/warehouses/EAST", admin).text("name"));
    assertEquals(
        List.of("blocked", "other"),
        caller.get("/api/v1/reasons?used_for=lock", admin).items().stream()
            .map(item -> item.get("code"))
            .toList());
    List<Object> codes = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Caller.Heard page =
          caller.get(
              "/api/v1/reasons?limit=4" + after.map(next -> "&after=" + next).orElse(""), admin);
      page.items().forEach(item -> codes.add(item.get("code")));
      after = Optional.ofNullable(page.json().get("next")).map(Object::toString);
    } while (after.isPresent());
    List<Object> atOnce =
        caller.get("/api/v1/reasons?limit=100", admin).items().stream()
            .map(item -> item.get("code"))
            .toList();
    assertTrue(atOnce.size() >= 14, atOnce::toString);
    assertEquals(atOnce, codes);
    assertEquals(404, caller.get("/api/v1/suppliers/NOBODY", admin).status());
  }
}
