package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each question by HTTP after a shift, whatever it is: it is answered as the OpenAPI document
/// says, goes on page by page to its end, has a bound, refuses what it cannot read, and shows
/// nobody
/// another site.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryQuestionTest {
  private static final int PAGES_MAX = 200;

  /// What stands in braces; a number of a document comes from the shift.
  private static final Map<String, String> NAMES =
      Map.of(
          "sku", "P-1",
          "warehouse", "NORTH",
          "location", "A-01",
          "barcode", "BC-1",
          "kit", "K-1",
          "supplier", "ONE",
          "customer", "ONE",
          "figure", "on_hand",
          "order", "SO-1",
          "unit", "handling_unit");

  /// What some cannot do without.
  private static final Map<String, String> NEEDED =
      Map.of(
          "/api/v1/search/products", "text=Thing",
          "/api/v1/trace/steps", "lot=L-1",
          "/api/v1/trace", "lot=L-1",
          "/api/v1/explain/{figure}", "sku=P-1&warehouse=NORTH",
          "/api/v1/balances", "warehouse=NORTH",
          "/api/v1/inventory/{sku}/as-of", "time=2099-01-01T00:00:00Z",
          "/api/v1/alert-test/{warehouse}/{sku}", "low=5",
          "/api/v1/reports/{warehouse}/dead-stock", "days=0",
          "/api/v1/reports/fill-rate", "from=2098-12-01T00:00:00Z&to=2099-02-01T00:00:00Z",
          "/api/v1/reports/short-lines", "from=2098-12-01T00:00:00Z&to=2099-02-01T00:00:00Z");

  /// What everybody may know who may ask at all, wherever they work.
  private static final Set<String> EVERYWHERE =
      Set.of(
          "/api/v1/products/{sku}",
          "/api/v1/barcodes",
          "/api/v1/barcodes/{barcode}",
          "/api/v1/categories",
          "/api/v1/kits",
          "/api/v1/suppliers",
          "/api/v1/suppliers/{supplier}",
          "/api/v1/customers",
          "/api/v1/customers/{customer}",
          "/api/v1/reasons",
          "/api/v1/settings",
          "/api/v1/search/products",
          "/api/v1/sheets");

  private Shift shift;
  private Map<String, Object> documented;

  @BeforeAll
  void work(@TempDir Path folder) {
    shift = new Shift(folder).worked();
    documented = shift.caller.get("/openapi.json", "").json();
  }

  @AfterAll
  void close() {
    shift.close();
  }

  static List<AskPath> all() {
    return AskPath.all();
  }

  static List<AskPath> lists() {
    return AskPath.all().stream().filter(AskPath::list).toList();
  }

  /// The address with everything filled in, and a `?` at the end or in it.
  private String address(AskPath ask) {
    String path = ask.path();
    for (String variable : AskPath.variables(path)) {
      path = path.replace("{" + variable + "}", value(ask, variable));
    }
    return path
        + "?"
        + (path.endsWith("/out-of-stock")
            ? "to=" + tomorrow()
            : NEEDED.getOrDefault(ask.path(), ""));
  }

  /// Up to now there has been none for longer on the next page.
  private static Instant tomorrow() {
    return Instant.now().plus(Duration.ofDays(1));
  }

  private String value(AskPath ask, String variable) {
    if (ask.path().startsWith("/api/v1/purchasing") && variable.equals("order")) {
      return "PO-1";
    }
    String name = NAMES.getOrDefault(variable, variable);
    if (variable.equals("run")) {
      return String.valueOf(shift.get("/reorder-runs").items().getLast().get("run"));
    }
    if (variable.equals("task")) {
      String list = ask.path().startsWith("/api/v1/put-aways") ? "/put-aways" : "/tasks";
      return String.valueOf(
          shift.get(list).items().getFirst().get(list.equals("/tasks") ? "number" : "task"));
    }
    return NAMES.containsKey(variable) && !variable.equals("unit")
        ? name
        : Objects.requireNonNull(
            shift.numbers.get(name),
            () -> ask.path() + " is new: say in this test what to put for {" + variable + "}");
  }

  private Caller.Heard get(String who, String address) {
    return shift.caller.get(address, shift.token(who));
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("X7 It is answered as the document says")
  void itIsAnsweredAsTheDocumentSays(AskPath ask) {
    Caller.Heard heard = get("ada", address(ask));
    assertEquals(200, heard.status(), heard.body());
    Map<String, Object> schema =
        at(
            documented,
            "paths",
            ask.path(),
            "get",
            "responses",
            "200",
            "content",
            "application/json",
            "schema");
    List<String> wrong = new ArrayList<>();
    Schemas.check("", heard.json(), schema, wrong);
    assertEquals(List.of(), wrong);
    if (ask.list()) {
      assertTrue(heard.items().size() >= 2, "the shift should have two of them: " + heard.body());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> from, String... path) {
    Map<String, Object> at = from;
    for (String step : path) {
      at =
          (Map<String, Object>)
              Objects.requireNonNull(at.get(step), () -> step + " in " + from.keySet());
    }
    return at;
  }

  @ParameterizedTest
  @MethodSource("lists")
  void itGoesOnToTheEndWithoutDoublesOrHoles(AskPath ask) {
    String address = address(ask);
    List<Map<String, Object>> whole = new ArrayList<>();
    String after = "";
    for (int pages = 0; !after.equals("null"); pages++) {
      Caller.Heard page = get("ada", address + "&limit=500&after=" + after);
      whole.addAll(page.items());
      after = page.text("next");
      assertTrue(pages < 3, "no end");
    }
    for (int size = 1; size <= 2; size++) {
      List<Map<String, Object>> found = new ArrayList<>();
      after = "";
      for (int pages = 0; !after.equals("null"); pages++) {
        Caller.Heard page = get("ada", address + "&limit=" + size + "&after=" + after);
        assertEquals(200, page.status(), page.body());
        assertTrue(page.items().size() <= size, "more than asked for: " + page.body());
        found.addAll(page.items());
        after = page.text("next");
        assertTrue(pages < PAGES_MAX, "no end after " + pages + " pages");
      }
      assertEquals(whole.toString(), found.toString(), "pages of " + size);
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void itHasABoundAndSaysSo(AskPath ask) {
    for (String limit : List.of("0", "-1", "501", "99999999999999999999", "x", "1.5")) {
      refused("invalid_limit", address(ask) + "&limit=" + limit);
    }
    for (String after : List.of("x", "abc", "!!", "AAAA", "eHgfMQ")) {
      refused("invalid_after", address(ask) + "&after=" + after);
    }
  }

  private void refused(String code, String address) {
    Caller.Heard heard = get("ada", address);
    assertEquals("400 " + code, heard.status() + " " + heard.code(), address + ": " + heard.body());
    assertTrue(heard.text("detail").matches("[A-Za-z0-9].*[.]"), heard.body());
  }

  private static final List<String> ODD =
      List.of(
          "%00",
          "a%00b",
          "%F0%9F%98%80",
          "%27%3B--",
          "%25",
          "%5C",
          "-1",
          "2026-13-45",
          "2026-11-20",
          "99999999999999999999",
          "%C3%28",
          "-999999999-01-01T00:00:00Z",
          "%2B999999999-12-31T23:59:59Z",
          "x".repeat(201));

  @ParameterizedTest
  @MethodSource("all")
  void itRefusesWhatItCannotRead(AskPath ask) {
    List<String> faults = new ArrayList<>();
    List<String> names = new ArrayList<>(ask.names());
    names.add("warehouse");
    for (String odd : ODD) {
      for (String name : new TreeSet<>(names)) {
        String address = address(ask);
        String without = address.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
        clear(without + "&" + name + "=" + odd, faults);
      }
      for (String variable : AskPath.variables(ask.path())) {
        String path = ask.path().replace("{" + variable + "}", odd);
        for (String other : AskPath.variables(path)) {
          path = path.replace("{" + other + "}", value(ask, other));
        }
        clear(path + "?" + NEEDED.getOrDefault(ask.path(), ""), faults);
      }
    }
    assertEquals(List.of(), faults);
  }

  /// Answered, or refused with a code and a sentence.
  private void clear(String address, List<String> faults) {
    Caller.Heard heard = get("ada", address);
    boolean told =
        heard.status() == 200
            || (heard.status() >= 400
                && heard.status() < 500
                && heard.code().matches("[a-z0-9_]+")
                && heard.text("detail").matches("(?s)\\P{Ll}.*[.]"));
    if (!told) {
      faults.add(address + ": " + heard.status() + " " + heard.body());
    }
  }

  /// Parameters that are one of a few words, a moment, a day or a number.
  private static final Set<String> WORDS =
      Set.of(
          "state",
          "kind",
          "severity",
          "type",
          "location_kind",
          "closed",
          "late",
          "snoozed",
          "effect",
          "known",
          "out",
          "from",
          "to",
          "until",
          "days",
          "ship_before",
          "low",
          "over",
          "time");

  /// A word that is none of those that can be asked for finds nothing silently otherwise.
  @ParameterizedTest
  @MethodSource("all")
  void aWordThatIsNoneIsSaid(AskPath ask) {
    List<String> silent = new ArrayList<>();
    for (String name : ask.names()) {
      boolean place = ask.path().equals("/api/v1/transfers") && Set.of("from", "to").contains(name);
      if (WORDS.contains(name) && !place) {
        String address = address(ask).replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
        Caller.Heard heard = get("ada", address + "&" + name + "=nonsense");
        if (heard.status() != 400 || !heard.code().equals("invalid_" + name)) {
          silent.add(name + ": " + heard.status() + " " + heard.body());
        }
      }
    }
    assertEquals(List.of(), silent, ask.path());
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobodySeesAnotherSite(AskPath ask) {
    Caller.Heard heard = get("olaf", address(ask));
    if (heard.status() == 200) {
      if (!EVERYWHERE.contains(ask.path())) {
        assertTrue(
            !heard.body().contains("NORTH") && !heard.body().contains("SOUTH"), heard.body());
        heard
            .items()
            .forEach(item -> assertTrue(item.toString().contains("WEST"), item.toString()));
      }
    } else {
      assertTrue(Set.of(403, 404).contains(heard.status()), heard.body());
      assertTrue(heard.text("detail").endsWith("."), heard.body());
    }
    if (ask.names().contains("warehouse")) {
      Caller.Heard named = get("olaf", address(ask) + "&warehouse=NORTH");
      assertEquals("403 not_allowed", named.status() + " " + named.code(), named.body());
      Caller.Heard none = get("ada", address(ask) + "&warehouse=NOWHERE");
      if (!NEEDED.getOrDefault(ask.path(), "").contains("warehouse")) {
        assertEquals("404 unknown_warehouse", none.status() + " " + none.code(), none.body());
      }
    }
  }
}
