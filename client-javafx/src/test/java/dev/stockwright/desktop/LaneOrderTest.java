package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.receiving.ReceivingViewModel;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is pressed at the receiving desk has its turn among the scans of its lane.
class LaneOrderTest {
  private static final String ORDERS =
      """
      {"items":[{"number":"PO-1","supplier":"Brandt","expected_on":"2026-11-20","lines":[
       {"sku":"FR-2","name":"Folding rule 2 m","ordered":100000,"received":0}]}]}
      """;
  private static final String ONE = "]C10104006381333931";
  private static final String CASE = "]C10114006381333938";

  @Test
  @DisplayName("What is pressed between two scans is received between them")
  void aPressOvertakesNoScanAndNoScanAPress(@TempDir Path folder) throws Exception {
    try (SmallServer server = new SmallServer()) {
      server.page("/api/v1/purchase-orders", _ -> ORDERS);
      Headless.run(() -> {});
      try (FloorApp app =
          FloorApp.open(FloorOptions.of(server.address(), folder), List.of(), FeedbackProbe.NONE)) {
        app.signIn(new Credentials.Password("ines", "right"));
        Soon.await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
        Headless.run(() -> app.receiving().scan(scan("PO-1", 0)));
        Soon.await(() -> app.receiving().selected().get().equals(Optional.of("FR-2")));
        Headless.run(() -> scanAndPress(app.receiving()));
        Soon.await(() -> received(app).size() == 50);
        List<Long> wanted =
            IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> List.of(1L, 24L, 1L, 24L, 2L + i).stream())
                .toList();
        assertEquals(wanted, received(app));
      }
    }
  }

  /// Faster than anything is kept.
  private static void scanAndPress(ReceivingViewModel desk) {
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 4; j++) {
        desk.scan(scan(j % 2 == 0 ? ONE : CASE, 1 + 4 * i + j));
      }
      String number = Integer.toString(2 + i);
      number.chars().forEach(digit -> desk.typed((char) digit));
      desk.enter();
    }
  }

  private static Scan scan(String text, int second) {
    return Scan.ofText(
        text, new DeviceId("gun"), Instant.parse("2026-11-20T10:00:00Z").plusSeconds(second));
  }

  /// Oldest first.
  private static List<Long> received(FloorApp app) {
    List<Long> received = new ArrayList<>();
    for (Entry entry : app.client().history(1_000)) {
      if (entry.envelope().command() instanceof ReceiveGoods goods) {
        received.addFirst(goods.quantity().units());
      }
    }
    return received;
  }
}
