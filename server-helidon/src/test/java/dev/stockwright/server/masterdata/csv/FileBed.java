package dev.stockwright.server.masterdata.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.Caller;
import dev.stockwright.server.ProductionWiring;
import dev.stockwright.server.StockwrightServer;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A whole server as it is shipped, with two warehouses and three people, and how files are sent to
/// it.
abstract class FileBed {
  @TempDir static Path folder;
  private static TestDatabase own;
  static StockwrightServer server;
  static Caller caller;
  static String admin;
  static int used;

  @BeforeAll
  static void open() throws IOException {
    own = TestDatabase.fresh();
    server =
        StockwrightServer.start(
            own.settings(folder.resolve("house"), Map.of()), new ProductionWiring());
    caller = new Caller(server.url());
    admin =
        caller
            .post(
                "/api/v1/sessions",
                "",
                Files.readString(folder.resolve("house").resolve("first-sign-in.json")))
            .text("token");
    accepted(write("/api/v1/warehouses/EAST/open", "{\"name\":\"Eastgate\"}"));
    accepted(write("/api/v1/warehouses/WEST/open", "{\"name\":\"Westgate\"}"));
    server
        .people()
        .add(
            new NewPerson(
                new Operator("erp"),
                "ERP",
                Role.INTEGRATION,
                Set.of(new WarehouseCode("EAST")),
                Optional.of("correct-horse-battery"),
                Optional.empty()));
    server
        .people()
        .add(
            new NewPerson(
                new Operator("ann"),
                "Ann",
                Role.WORKER,
                Set.of(new WarehouseCode("EAST")),
                Optional.of("correct-horse-battery"),
                Optional.empty()));
    admin =
        caller
            .post(
                "/api/v1/sessions",
                "",
                Files.readString(folder.resolve("house").resolve("first-sign-in.json")))
            .text("token");
  }

  @AfterAll
  static void close() {
    server.close();
    own.close();
  }

  static String fresh() {
    used++;
    return "F" + used + "X";
  }

  static String signIn(String user) {
    return caller
        .post(
            "/api/v1/sessions",
            "",
            "{\"user\":\"" + user + "\",\"password\":\"correct-horse-battery\"}")
        .text("token");
  }

  static Caller.Heard write(String path, String body) {
    used++;
    return caller.write(path, admin, "key-" + used, body);
  }

  static void accepted(Caller.Heard heard) {
    assertEquals("200 accepted", heard.status() + " " + heard.text("status"), heard.body());
  }

  static Caller.Heard send(String sheet, String file) {
    return send(admin, sheet, file.getBytes(StandardCharsets.UTF_8));
  }

  static Caller.Heard send(String token, String sheet, byte[] file) {
    return caller.send(
        caller
            .request("/api/v1/sheets/" + sheet + "/import", token)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  static String refused(String sheet, String file) {
    return refused(sheet, file.getBytes(StandardCharsets.UTF_8));
  }

  static String refused(String sheet, byte[] file) {
    Caller.Heard heard = send(admin, sheet, file);
    return heard.status() + " " + heard.code();
  }

  static Caller.Heard apply(Caller.Heard looked, String query) {
    return caller.send(
        caller
            .request("/api/v1/imports/" + looked.text("id") + "/apply" + query, admin)
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  static void applied(String sheet, String file) {
    Caller.Heard looked = send(sheet, file);
    Caller.Heard heard = apply(looked, "");
    assertEquals("applied", heard.text("state"), looked.body() + lines(looked, "error") + heard);
  }

  static List<Map<String, Object>> lines(Caller.Heard looked, String effect) {
    String query = effect.isEmpty() ? "" : "?effect=" + effect;
    return caller.get("/api/v1/imports/" + looked.text("id") + "/lines" + query, admin).items();
  }

  static String counts(Caller.Heard heard) {
    return heard.text("state")
        + " "
        + heard.text("creates")
        + " "
        + heard.text("changes")
        + " "
        + heard.text("sames")
        + " "
        + heard.text("errors");
  }
}
