package dev.stockwright.server.orders;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Takes kits apart before anything is checked: what an order wants is what lies on shelves, so
/// that a kit and a single component, or two kits, cannot both have the last piece.
///
/// @param parts of each kit among what is wanted; a product that is none is absent
public record Kits(Map<Sku, List<Part>> parts) {
  static final Kits NONE = new Kits(Map.of());

  private static final String PARTS =
      """
      SELECT k.sku, p.sku, c.quantity
        FROM product k
        JOIN kit_component c ON c.kit_id = k.id
        JOIN product p ON p.id = c.product_id
       WHERE k.sku = ANY (?)
       ORDER BY k.sku, p.sku""";

  public Kits {
    parts = Map.copyOf(parts);
  }

  /// The kits among these products.
  public static Kits read(DSLContext sql, Collection<Sku> skus) {
    Map<Sku, List<Part>> parts = new HashMap<>();
    Object codes = skus.stream().map(Sku::code).distinct().toArray(String[]::new);
    for (Record row : sql.fetch(PARTS, codes)) {
      parts
          .computeIfAbsent(new Sku(row.get(0, String.class)), any -> new ArrayList<>())
          .add(new Part(new Sku(row.get(1, String.class)), row.get(2, long.class)));
    }
    return new Kits(parts);
  }

  /// What all of them are made of.
  public Set<Sku> components() {
    return parts.values().stream().flatMap(List::stream).map(Part::sku).collect(Collectors.toSet());
  }

  /// Some of a kit.
  ///
  /// @param quantity base units in one kit
  public record Part(Sku sku, long quantity) {}

  /// A kit that was ordered, and which lines it became.
  record Ordered(Sku sku, long quantity, int firstLine, int lastLine) {}

  /// What is wanted, without kits.
  record Apart(List<OrderCommand.Line> lines, List<Ordered> kits) {
    Apart {
      lines = List.copyOf(lines);
      kits = List.copyOf(kits);
    }

    /// What the kits are made of.
    Set<Sku> components() {
      Set<Sku> skus = new LinkedHashSet<>();
      for (Ordered kit : kits) {
        lines.subList(kit.firstLine() - 1, kit.lastLine()).forEach(line -> skus.add(line.sku()));
      }
      return skus;
    }
  }

  /// Why so many kits cannot be: their components are more than can be counted.
  Optional<Refusal> tooMany(List<OrderCommand.Line> wanted) {
    for (OrderCommand.Line line : wanted) {
      long most =
          of(line.sku()).stream()
              .mapToLong(part -> Quantity.MAX / part.quantity())
              .min()
              .orElse(Quantity.MAX);
      if (line.quantity().units() > most) {
        return Optional.of(
            new DocumentRefusal.OutOfRange(
                "quantity of " + line.sku(), "1 to " + most, line.quantity().toString()));
      }
    }
    return Optional.empty();
  }

  Apart apart(List<OrderCommand.Line> wanted) {
    List<OrderCommand.Line> lines = new ArrayList<>();
    List<Ordered> kits = new ArrayList<>();
    for (OrderCommand.Line line : wanted) {
      List<Part> all = of(line.sku());
      if (all.isEmpty()) {
        lines.add(line);
        continue;
      }
      long units = line.quantity().units();
      kits.add(new Ordered(line.sku(), units, lines.size() + 1, lines.size() + all.size()));
      for (Part part : all) {
        lines.add(new OrderCommand.Line(part.sku(), new Quantity(part.quantity() * units)));
      }
    }
    return new Apart(lines, kits);
  }

  /// Why these products cannot all be named where goods are: a kit lies on no shelf.
  public static Optional<Refusal> refusal(DSLContext sql, Collection<Sku> skus) {
    Kits kits = read(sql, skus);
    return skus.stream()
        .flatMap(
            sku -> KitRules.refusal(sku, kits.of(sku).stream().map(Part::sku).toList()).stream())
        .findFirst();
  }

  /// What one of it is made of; nothing when it is no kit.
  public List<Part> of(Sku sku) {
    return parts.getOrDefault(sku, List.of());
  }
}
