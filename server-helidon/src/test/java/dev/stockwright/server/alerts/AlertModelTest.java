package dev.stockwright.server.alerts;

import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Random commands, many at once; then the events of each warehouse are gone through one by one
/// with
/// the plainest words for what an alert is, and what was raised must be the very same.
class AlertModelTest {
  private static final int COMMANDS = 1_500;

  private final Map<WarehouseCode, List<Event>> events =
      new TreeMap<>(java.util.Comparator.comparing(WarehouseCode::code));

  @Test
  void anAlertIsOpenExactlyWhenTheLedgerSaysSo() {
    long seed = System.nanoTime();
    try (TestSite site =
        new TestSite(
            (warehouse, epoch, some) -> {
              synchronized (events) {
                events.computeIfAbsent(warehouse, any -> new ArrayList<>()).addAll(some);
              }
            })) {
      for (Sku sku : skus()) {
        for (WarehouseCode warehouse : List.of(W1, W2)) {
          Answer answer =
              site.ask(
                  new AlertCommand.SetAlertRule(
                      Covers.of(warehouse, sku),
                      new Watch(
                          Optional.of(10L),
                          Optional.of(14L),
                          Optional.of(40L),
                          Optional.of(35L),
                          true,
                          Optional.empty())));
          assertInstanceOf(Answer.Accepted.class, answer);
        }
      }
      Random random = new Random(seed);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < COMMANDS; i++) {
        answers.add(
            site.desk.submit(Submission.of(TestSite.envelope(command(random, i)), TestSite.ANA)));
      }
      answers.forEach(CompletableFuture::join);
      String raised =
          site.database
              .reading()
              .fetchSingle(
                  """
                  SELECT string_agg(x.line, E'\\n' ORDER BY x.line) FROM (
                    SELECT w.code || ' ' || p.sku || ' ' || a.kind || ' ' || count(*) || ' '
                           || count(*) FILTER (WHERE a.state <> 'resolved') AS line
                      FROM alert a JOIN warehouse w ON w.id = a.warehouse_id
                      JOIN product p ON p.id = a.product_id
                     GROUP BY w.code, p.sku, a.kind) x""")
              .get(0, String.class);
      assertEquals(folded(14, 35), raised, "seed " + seed);
      assertNotEquals(folded(10, 40), raised, "without a second level nothing would differ");
    }
  }

  private static List<Sku> skus() {
    return List.of(new Sku("S-1"), new Sku("S-2"), new Sku("S-3"));
  }

  private static Command command(Random random, int i) {
    Sku sku = skus().get(random.nextInt(3));
    WarehouseCode at = random.nextBoolean() ? W1 : W2;
    boolean filling = i / 120 % 2 == 0; // tides, so that every level is crossed both ways
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> adjust(at, sku, (filling ? 1L : -1L) * (1 + random.nextInt(14)));
      case 3, 4 -> adjust(at, sku, (filling ? -1L : 1L) * (1 + random.nextInt(6)));
      case 5 ->
          new PlaceReservation(
              new Reference("SO-" + i),
              List.of(new PlaceReservation.Line(sku, at, new Quantity(1 + random.nextInt(9)))),
              900);
      case 6 ->
          random.nextInt(4) == 0
              ? new ConfirmReservation(new Reference("SO-" + random.nextInt(i + 1)))
              : new ReleaseReservation(new Reference("SO-" + random.nextInt(i + 1)));
      default ->
          new TransferStock(
              at,
              at.equals(W1) ? W2 : W1,
              sku,
              new Quantity(1 + random.nextInt(6)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
    };
  }

  private static AdjustStock adjust(WarehouseCode at, Sku sku, long change) {
    return new AdjustStock(
        at,
        sku,
        change,
        Optional.of(new ReasonCode("count")),
        Optional.of(DOCK),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// One product in one warehouse, and how often each kind was raised.
  private static final class Watched {
    final int[] times = new int[3];
    final boolean[] stands = new boolean[3];

    void see(long available, long onHand, long lowClear, long overClear) {
      now(0, stands[0] ? available <= lowClear : available <= 10);
      now(1, available <= 0);
      now(2, stands[2] ? onHand >= overClear : onHand >= 40);
    }

    private void now(int kind, boolean so) {
      times[kind] += so && !stands[kind] ? 1 : 0;
      stands[kind] = so;
    }
  }

  private String folded(long lowClear, long overClear) {
    List<String> lines = new ArrayList<>();
    for (WarehouseCode warehouse : List.of(W1, W2)) {
      Map<String, Watched> all = new TreeMap<>();
      List<Sku> ruled = new ArrayList<>(skus());
      for (Event event : events.getOrDefault(warehouse, List.of())) {
        if (event instanceof Event.DocumentChanged changed
            && changed.document() == DocumentKind.ALERT_RULE) {
          all.computeIfAbsent(ruled.removeFirst().code(), any -> new Watched())
              .see(0, 0, lowClear, overClear); // from now on it is watched, and nothing is there
        }
        for (Level level : event.levels()) {
          Watched one = Objects.requireNonNull(all.get(level.sku().code()));
          one.see(level.available(), level.quantity(), lowClear, overClear);
        }
      }
      all.forEach(
          (sku, one) -> {
            for (int kind = 0; kind < 3; kind++) {
              if (one.times[kind] > 0) {
                lines.add(
                    warehouse
                        + " "
                        + sku
                        + " "
                        + List.of("low", "out", "over").get(kind)
                        + " "
                        + one.times[kind]
                        + " "
                        + (one.stands[kind] ? 1 : 0));
              }
            }
          });
    }
    lines.sort(String::compareTo);
    return String.join("\n", lines);
  }
}
