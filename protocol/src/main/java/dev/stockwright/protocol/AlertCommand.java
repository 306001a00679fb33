package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Alerts: the rules that raise them, and what people do with them.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = AlertCommand.SetAlertRule.class, name = "set_alert_rule")
@Json.SubType(type = AlertCommand.RemoveAlertRule.class, name = "remove_alert_rule")
@Json.SubType(type = AlertCommand.AcknowledgeAlert.class, name = "acknowledge_alert")
@Json.SubType(type = AlertCommand.SnoozeAlert.class, name = "snooze_alert")
@Json.SubType(type = AlertCommand.EscalateAlert.class, name = "escalate_alert")
@Json.SubType(type = AlertCommand.ResolveAlert.class, name = "resolve_alert")
@Json.SubType(type = AlertCommand.ReviewAlerts.class, name = "review_alerts")
public sealed interface AlertCommand extends WorkCommand {

  /// What a rule covers: a product, a category, a counting class, or all products when none of them
  /// is named; in one warehouse, or in all.
  ///
  /// @param onlyIn this warehouse; all when absent
  /// @param bin only what lies there, such as a pick face; needs a product and a warehouse
  @Json(naming = Json.Naming.LowerUnderscore)
  record Covers(
      Optional<WarehouseCode> onlyIn,
      Optional<Sku> sku,
      Optional<String> category,
      Optional<String> countClass,
      Optional<LocationCode> bin) {
    public Covers {
      onlyIn = Required.orEmpty(onlyIn);
      sku = Required.orEmpty(sku);
      category = Required.orEmpty(category);
      countClass = Required.orEmpty(countClass);
      bin = Required.orEmpty(bin);
      long named = List.of(sku, category, countClass).stream().filter(Optional::isPresent).count();
      if (named > 1) {
        throw new InvalidValue(
            "invalid_covers", "a rule covers a product, a category or a class; name one of them");
      }
      if (category.filter(String::isBlank).isPresent()
          || countClass.filter(letter -> !letter.matches("[ABC]")).isPresent()) {
        throw new InvalidValue(
            "invalid_covers", "category must not be empty, and the class is A, B or C");
      }
      if (bin.isPresent() && (sku.isEmpty() || onlyIn.isEmpty())) {
        throw new InvalidValue(
            "invalid_covers", "a rule about a bin needs its product and warehouse; add them");
      }
    }

    /// Everything in all warehouses.
    public static Covers everything() {
      return new Covers(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// One product in one warehouse.
    public static Covers of(WarehouseCode warehouse, Sku sku) {
      return new Covers(
          Optional.of(warehouse),
          Optional.of(sku),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// When a rule raises an alert, and when that is over; what is absent is not watched. All in base
  /// units.
  ///
  /// @param low an alert when so much or less is available
  /// @param lowClear over when more than this is available; `low` when absent
  /// @param over an alert when so much or more is on hand
  /// @param overClear over when less than this is on hand; `over` when absent
  /// @param out an alert when nothing is available
  /// @param expiringDays an alert for a lot that expires in so many days or has expired
  @Json(naming = Json.Naming.LowerUnderscore)
  record Watch(
      Optional<Long> low,
      Optional<Long> lowClear,
      Optional<Long> over,
      Optional<Long> overClear,
      boolean out,
      Optional<Long> expiringDays) {
    private static final long DAYS_MAX = 3_650;

    public Watch {
      low = Required.orEmpty(low);
      lowClear = Required.orEmpty(lowClear);
      over = Required.orEmpty(over);
      overClear = Required.orEmpty(overClear);
      expiringDays = Required.orEmpty(expiringDays);
      check(low.orElse(1L) > 0, "low is above 0; for nothing left use out");
      check(over.orElse(1L) > 0, "over is above 0");
      check(
          lowClear.isEmpty() || (low.isPresent() && lowClear.get() >= low.get()),
          "low_clear needs low and is not below it");
      check(
          overClear.isEmpty()
              || (over.isPresent() && overClear.get() >= 0 && overClear.get() <= over.get()),
          "over_clear needs over and is not above it");
      check(
          low.isEmpty() || over.isEmpty() || lowClear.orElse(low.get()) < over.get(),
          "what is over lies above what is low");
      long days = expiringDays.orElse(0L);
      check(days >= 0 && days <= DAYS_MAX, "expiring_days is from 0 to " + DAYS_MAX);
    }

    private static void check(boolean good, String rule) {
      if (!good) {
        throw new InvalidValue("invalid_watch", rule + "; change it");
      }
    }
  }

  /// Watches from now on, in place of what was said for the same products before.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SetAlertRule(Covers covers, Watch watch) implements AlertCommand {
    public SetAlertRule {
      Required.field("covers", covers);
      Required.field("watch", watch);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return covers.onlyIn().stream().toList();
    }
  }

  /// Watches no longer; a wider rule may hold instead.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RemoveAlertRule(Covers covers) implements AlertCommand {
    public RemoveAlertRule {
      Required.field("covers", covers);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return covers.onlyIn().stream().toList();
    }
  }

  /// I have seen it and look after it.
  @Json(naming = Json.Naming.LowerUnderscore)
  record AcknowledgeAlert(WarehouseCode warehouse, Reference alert) implements AlertCommand {
    public AcknowledgeAlert {
      Required.field("warehouse", warehouse);
      Required.field("alert", alert);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(warehouse);
    }
  }

  /// Not before then: nobody is told of it meanwhile.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SnoozeAlert(WarehouseCode warehouse, Reference alert, Instant until)
      implements AlertCommand {
    public SnoozeAlert {
      Required.field("warehouse", warehouse);
      Required.field("alert", alert);
      Required.field("until", until);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(warehouse);
    }
  }

  /// Somebody higher should look at it.
  ///
  /// @param note what they should know
  @Json(naming = Json.Naming.LowerUnderscore)
  record EscalateAlert(WarehouseCode warehouse, Reference alert, Optional<String> note)
      implements AlertCommand {
    public EscalateAlert {
      Required.field("warehouse", warehouse);
      Required.field("alert", alert);
      note = Required.orEmpty(note);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(warehouse);
    }
  }

  /// It is dealt with. While what raised it still holds, it is quiet; it is raised again only after
  /// that has been over.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ResolveAlert(
      WarehouseCode warehouse, Reference alert, ReasonCode reason, Optional<String> note)
      implements AlertCommand {
    public ResolveAlert {
      Required.field("warehouse", warehouse);
      Required.field("alert", alert);
      Required.field("reason", reason);
      note = Required.orEmpty(note);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(warehouse);
    }
  }

  /// Looks at what time alone changes: lots that expire, documents that are late, alerts that
  /// nobody has looked at, snoozes that are over. Given again and again by the server itself; its
  /// answer names what changed, and when that is nothing there is no more to do for now.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReviewAlerts(WarehouseCode warehouse) implements AlertCommand {
    public ReviewAlerts {
      Required.field("warehouse", warehouse);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(warehouse);
    }
  }
}
