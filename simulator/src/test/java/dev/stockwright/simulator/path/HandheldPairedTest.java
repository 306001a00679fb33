package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.Turn;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.sync.PairingLink;
import dev.stockwright.client.sync.PairingLink.Claimed;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.epc.Epc;
import dev.stockwright.vocabulary.epc.EpcKind;
import dev.stockwright.vocabulary.epc.EpcScheme;
import dev.stockwright.vocabulary.epc.EpcTag;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A handheld from its first start to a count by RFID, against the real server.
class HandheldPairedTest {
  private static final int TAGS = 500;
  private static final int ROUNDS = 20;
  private static final LocationCode BIN = new LocationCode("A-01");

  @Test
  @DisplayName(
      "H34, H53 Paired by a code; 500 tags read 20 times each are 500 in the server's books")
  void fromPairingToCounting(@TempDir Path folder) throws Exception {
    try (ServerHere server = ServerHere.start(folder, ShiftSite.site(), ShiftSite.people())) {
      PairingCode code = PairingCode.read(made(server));
      Claimed claimed = claim(code, "TC-07");
      assertEquals(ShiftSite.NORTH, assertInstanceOf(Claimed.Paired.class, claimed).warehouse());
      assertEquals(new Claimed.Refused("pairing_used"), claim(code, "TC-08"));
      try (Hand hand =
          new Hand(
              folder.resolve("tc.db"),
              "TC-07",
              URI.create(code.server()),
              InstantSource.system())) {
        hand.signIn(ShiftSite.SUE);
        Reply<PairingCode> byDesk = hand.core().queries().pairings().make(ShiftSite.NORTH);
        PairingCode second = ((Reply.Ok<PairingCode>) byDesk).value();
        assertInstanceOf(Claimed.Paired.class, claim(second, "TC-09"), "as a desk has it made");
        hand.awaitQuiet();
        Waiting.until(() -> "the catalogue", Duration.ofSeconds(30), () -> knows(hand));
        counted(hand);
        assertEquals(
            TAGS, number(server, "SELECT sum(quantity) FROM count_entry WHERE NOT void AND radio"));
        assertEquals(TAGS, number(server, "SELECT sum(quantity) FROM count_entry WHERE NOT void"));
        assertEquals(
            TAGS, number(server, "SELECT count(DISTINCT serial) FROM count_entry WHERE radio"));
      }
    }
  }

  private static boolean knows(Hand hand) {
    WarehouseCode first = hand.core().desk().orElseThrow().stock().warehouse();
    return hand.core().catalogue().product(ShiftSite.BOLT).isPresent()
        && hand.core().catalogue().place(first, BIN).isPresent();
  }

  private static void counted(Hand hand) {
    hand.point("COUNT");
    hand.scan(BIN.code());
    assertEquals(Signal.ACCEPT, hand.press(Key.EXTRA_LINE).signal(), hand::said);
    hand.awaitQuiet();
    assertEquals("Scan what lies here", hand.instruction(), hand::said);
    for (int round = 0; round < ROUNDS; round++) {
      for (int from = 0; from < TAGS; from += TAGS / 4) {
        Turn heard = hand.shift().tags(tags(hand, from, from + TAGS / 4));
        assertEquals(Signal.ACCEPT, heard.signal(), hand::said);
      }
    }
    assertEquals("500", hand.say(hand.card().figures().getFirst().value()));
    String barcode = "]C1010" + ShiftSite.BOLT_EACH + "21417";
    assertEquals(Signal.REJECT, hand.scan(barcode).signal());
    assertEquals(Signal.DONE, hand.press(Key.DONE).signal());
    hand.awaitQuiet();
    assertEquals(List.of(), hand.core().attention());
  }

  private static List<Sighting.Tag> tags(Hand hand, int from, int to) {
    Product bolt = hand.core().catalogue().product(ShiftSite.BOLT).orElseThrow();
    List<Sighting.Tag> tags = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String serial = Integer.toString(i);
      Epc epc = new Epc(EpcKind.SGTIN, "5901234", "012345", serial);
      tags.add(
          new Sighting.Tag(
              new EpcTag(EpcScheme.SGTIN_96, 1, epc).hex(),
              Optional.of(bolt),
              Optional.of(new SerialNumber(serial)),
              false));
    }
    return tags;
  }

  private static Claimed claim(PairingCode code, String device) {
    return new PairingLink().claim(code, new DeviceId(device), Optional.of(ShiftSite.NORTH));
  }

  /// Sue makes a code in the office.
  private static String made(ServerHere server) throws IOException, InterruptedException {
    String session =
        post(
            server,
            "/api/v1/sessions",
            "",
            "{\"badge\":\""
                + ShiftSite.SUE.badge()
                + "\",\"pin\":\""
                + ShiftSite.SUE.pin()
                + "\"}");
    String answer =
        post(
            server,
            "/api/v1/pairings",
            field(session, "token"),
            "{\"warehouse\":\"NORTH\",\"server\":\"" + server.url() + "\"}");
    assertEquals(true, Instant.parse(field(answer, "expires_at")).isAfter(Instant.EPOCH));
    return field(answer, "code");
  }

  private static String post(ServerHere server, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(201, response.statusCode(), response::body);
      return response.body();
    }
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    assertEquals(true, found.find(), json);
    return found.group(1);
  }

  private static long number(ServerHere server, String sql) throws SQLException {
    var place = server.place();
    try (Connection connection =
            DriverManager.getConnection(place.url(), place.user(), place.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
