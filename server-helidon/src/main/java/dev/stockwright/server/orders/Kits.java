package dev.stockwright.server.orders;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes kits apart before anything is checked: what an order wants is what lies on shelves, so
/// that a kit and a single component, or two kits, cannot both have the last piece. Pure.
///
/// @param parts of each kit among what is wanted; a product that is none is absent
record Kits(Map<Sku, List<Part>> parts) {
  Kits {
    parts = Map.copyOf(parts);
  }

  /// Some of a kit.
  ///
  /// @param quantity base units in one kit
  record Part(Sku sku, long quantity) {}

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

  private List<Part> of(Sku sku) {
    return parts.getOrDefault(sku, List.of());
  }
}
