package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Customers' orders, each to one warehouse: their stock is promised, for a limited time until they
/// are confirmed, all lines or none.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = OrderCommand.PlaceOrder.class, name = "place_order")
@Json.SubType(type = OrderCommand.RenewOrder.class, name = "renew_order")
@Json.SubType(type = OrderCommand.ConfirmOrder.class, name = "confirm_order")
@Json.SubType(type = OrderCommand.ReleaseOrder.class, name = "release_order")
@Json.SubType(type = OrderCommand.ChangeOrder.class, name = "change_order")
@Json.SubType(type = OrderCommand.FillOrder.class, name = "fill_order")
@Json.SubType(type = OrderCommand.CancelOrder.class, name = "cancel_order")
@Json.SubType(type = OrderCommand.TidyOrders.class, name = "tidy_orders")
public sealed interface OrderCommand extends WorkCommand {
  int LINES_MAX = 100;
  int ATTRIBUTES_MAX = 20;
  int TEXT_MAX = 200;
  int PRIORITY_MAX = 100;

  /// No order is shipped as late as this.
  Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  /// Where the goods come from.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// What is wanted of one product.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(Sku sku, Quantity quantity) {
    public Line {
      Required.field("sku", sku);
      Required.field("quantity", quantity);
    }
  }

  /// Something else that the shop says about the order, kept as it is.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Attribute(String name, String value) {
    public Attribute {
      Required.field("name", name);
      Required.field("value", value);
      text("attribute", name);
      text("attribute", value);
    }
  }

  /// Promise the stock of a new order.
  ///
  /// @param order its number, of the whole house
  /// @param type `order` when absent
  /// @param customer the code of one that we know
  /// @param name the customer's, where it is not one that we know
  /// @param lines 1 to 100; several may want one product
  /// @param priority 0 is drop everything, 100 can wait; 50 when absent
  /// @param ttlSeconds how long the promise holds without a confirmation, 1 second to 30 days; what
  /// is set for the warehouse when 0
  /// @param committed it is confirmed already and has no time limit
  /// @param backOrder what is not there is promised later, instead of refusing the order
  /// @param attributes 0 to 20
  @Json(naming = Json.Naming.LowerUnderscore)
  record PlaceOrder(
      WarehouseCode warehouse,
      Reference order,
      Optional<OrderType> type,
      Optional<Reference> customer,
      Optional<String> name,
      @Filled List<Line> lines,
      Optional<Integer> priority,
      Optional<Instant> shipBy,
      long ttlSeconds,
      boolean committed,
      boolean backOrder,
      List<Attribute> attributes)
      implements OrderCommand {
    public PlaceOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      type = Required.orEmpty(type);
      customer = Required.orEmpty(customer);
      name = Required.orEmpty(name);
      name.ifPresent(text -> text("name", text));
      lines = upToMax(lines);
      if (lines.isEmpty()) {
        throw new InvalidValue("invalid_lines", "an order has 1 to 100 lines, this one has none");
      }
      priority = inRange(priority);
      shipBy = day(shipBy);
      ttl(ttlSeconds);
      attributes = Required.orEmpty(attributes);
      if (attributes.size() > ATTRIBUTES_MAX
          || attributes.stream().map(Attribute::name).distinct().count() < attributes.size()) {
        throw new InvalidValue(
            "invalid_attributes", "an order has at most 20 attributes, each name once");
      }
    }
  }

  /// Hold its stock for longer, from now.
  ///
  /// @param ttlSeconds 1 second to 30 days; what is set for the warehouse when 0
  @Json(naming = Json.Naming.LowerUnderscore)
  record RenewOrder(WarehouseCode warehouse, Reference order, long ttlSeconds)
      implements OrderCommand {
    public RenewOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      ttl(ttlSeconds);
    }
  }

  /// It is bought: its promise has no time limit any more. One whose time has passed is promised
  /// again, all lines or none.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ConfirmOrder(WarehouseCode warehouse, Reference order) implements OrderCommand {
    public ConfirmOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
    }
  }

  /// It is not wanted any more, before anybody has begun to pick it.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReleaseOrder(WarehouseCode warehouse, Reference order) implements OrderCommand {
    public ReleaseOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
    }
  }

  /// It is wanted otherwise; what is absent stays.
  ///
  /// @param lines all of its lines, while nobody has begun to pick it; as they are when empty
  /// @param backOrder what is not there of them is promised later
  /// @param version the one that the change was made from, so that nobody's change is lost
  @Json(naming = Json.Naming.LowerUnderscore)
  record ChangeOrder(
      WarehouseCode warehouse,
      Reference order,
      Optional<Integer> priority,
      Optional<Instant> shipBy,
      List<Line> lines,
      boolean backOrder,
      Optional<Long> version)
      implements OrderCommand {
    public ChangeOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      priority = inRange(priority);
      shipBy = day(shipBy);
      lines = upToMax(lines);
      version = Required.orEmpty(version);
      if (priority.isEmpty() && shipBy.isEmpty() && lines.isEmpty()) {
        throw new InvalidValue(
            "missing_change", "nothing is changed; add a priority, ship_by or lines");
      }
    }
  }

  /// Promise what is back-ordered, as far as goods have come.
  @Json(naming = Json.Naming.LowerUnderscore)
  record FillOrder(WarehouseCode warehouse, Reference order) implements OrderCommand {
    public FillOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
    }
  }

  /// It is not wanted any more, also while it is picked or packed.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelOrder(WarehouseCode warehouse, Reference order, ReasonCode reason)
      implements OrderCommand {
    public CancelOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("reason", reason);
    }
  }

  /// Write down which orders' time has passed; they hold nothing since then in any case.
  @Json(naming = Json.Naming.LowerUnderscore)
  record TidyOrders(WarehouseCode warehouse) implements OrderCommand {
    public TidyOrders {
      Required.field("warehouse", warehouse);
    }
  }

  private static List<Line> upToMax(List<Line> given) {
    List<Line> lines = Required.orEmpty(given);
    if (lines.size() > LINES_MAX) {
      throw new InvalidValue(
          "invalid_lines", "an order has 1 to 100 lines, this one has " + lines.size());
    }
    return lines;
  }

  private static Optional<Integer> inRange(Optional<Integer> given) {
    Optional<Integer> priority = Required.orEmpty(given);
    priority
        .filter(number -> number < 0 || number > PRIORITY_MAX)
        .ifPresent(
            number -> {
              throw new InvalidValue(
                  "invalid_priority", "priority " + number + " is not from 0 to 100");
            });
    return priority;
  }

  private static Optional<Instant> day(Optional<Instant> given) {
    Optional<Instant> time = Required.orEmpty(given);
    time.filter(at -> at.isBefore(Instant.EPOCH) || !at.isBefore(LAST))
        .ifPresent(
            at -> {
              throw new InvalidValue("invalid_ship_by", "ship_by is not from 1970 to 9999");
            });
    return time;
  }

  private static void ttl(long seconds) {
    if (seconds < 0 || seconds > PlaceReservation.TTL_SECONDS_MAX) {
      throw new InvalidValue(
          "invalid_ttl", "ttl " + seconds + " is not from 1 second to 30 days (2592000)");
    }
  }

  private static void text(String what, String text) {
    boolean fit = !text.isBlank() && text.length() <= TEXT_MAX;
    if (!fit || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(
          "invalid_" + what, what + " is not 1 to 200 characters on one line; shorten it");
    }
  }
}
