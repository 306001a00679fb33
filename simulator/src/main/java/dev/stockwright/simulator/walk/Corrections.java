package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AdjustmentCommand.ProposeAdjustment;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each author has corrected alone within a day, by nothing but addition: beyond a limit a
/// second person is needed.
final class Corrections {
  private static final long UNITS = 20;
  private static final long VALUE = 10_000;

  /// Those whose corrections are looked at, a program's too; others may not correct.
  private static final Map<String, String> ROLES =
      Map.of("ana", "supervisor", "cleo", "counter", "eve", "admin", "till", "integration");

  private final Scene scene;
  private final List<Done> done = new ArrayList<>();

  private record Done(Operator by, WarehouseCode site, Sku sku, long units, Instant at) {}

  Corrections(Scene scene) {
    this.scene = scene;
  }

  /// Remembers what was corrected without a second person.
  void note(Command command, Operator author, Answer.Accepted accepted) {
    switch (command) {
      case AdjustStock c -> add(author, c.warehouse(), c.sku(), c.quantityChange());
      case ProposeAdjustment c -> {
        boolean applied =
            accepted.documents().stream()
                .anyMatch(
                    each ->
                        each.document() == DocumentKind.ADJUSTMENT
                            && each.state().equals("applied"));
        if (applied) {
          add(author, c.warehouse(), c.sku(), c.change());
        }
      }
      default -> {}
    }
  }

  private void add(Operator author, WarehouseCode site, Sku sku, long change) {
    done.add(new Done(author, site, sku, Math.abs(change), scene.now()));
  }

  /// The refusal that there must be; absent when there must be none.
  Optional<GuardRefusal> refusal(AdjustStock c, Operator author) {
    Optional<Look.Row> cost =
        scene.look.rows("SELECT unit_cost FROM product WHERE sku = ?", c.sku().code()).stream()
            .findFirst();
    boolean site =
        !scene.look.rows("SELECT 1 FROM warehouse WHERE code = ?", c.warehouse().code()).isEmpty();
    String role = ROLES.getOrDefault(author.code(), "");
    if (role.isEmpty() || cost.isEmpty() || !site) {
      return Optional.empty();
    }
    Instant since = scene.now().minus(Duration.ofDays(1));
    long units =
        Math.abs(c.quantityChange())
            + done.stream()
                .filter(each -> each.by().equals(author) && each.at().isAfter(since))
                .filter(each -> each.site().equals(c.warehouse()) && each.sku().equals(c.sku()))
                .mapToLong(Done::units)
                .sum();
    long value = units * cost.get().number(0);
    long mostUnits = limit(c.warehouse(), "adjustment.limit_units", UNITS);
    long mostValue = limit(c.warehouse(), "adjustment.limit_value", VALUE);
    String expected = mostUnits + " units and value " + mostValue + " within a day";
    Optional<String> given =
        units > mostUnits
            ? Optional.of(units + " units of at most " + mostUnits)
            : value > mostValue
                ? Optional.of("value " + value + " of at most " + mostValue)
                : Optional.empty();
    return given.map(
        much -> new GuardRefusal.ApprovalNeeded(c.warehouse(), c.sku(), much, expected));
  }

  private long limit(WarehouseCode site, String name, long otherwise) {
    return scene
        .look
        .rows(
            "SELECT s.value FROM setting s LEFT JOIN warehouse w ON w.id = s.warehouse_id"
                + " WHERE s.name = ? AND (w.code = ? OR s.warehouse_id = 0)"
                + " ORDER BY s.warehouse_id DESC",
            name,
            site.code())
        .stream()
        .findFirst()
        .map(row -> Long.valueOf(row.text(0)))
        .orElse(otherwise);
  }
}
