package dev.stockwright.server.putaway;

import dev.stockwright.vocabulary.Condition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which zones are for which goods, as it is set for the warehouse.
///
/// @param handling zones by handling word: goods with the word lie there and nowhere else, and
/// others
///     do not
/// @param category zones by category: goods of it lie there if they can
/// @param quarantine where goods lie that wait for a decision; absent: they stay where they are
/// @param damaged where damaged goods lie; absent: they stay where they are
public record ZonePlan(
    Map<String, String> handling,
    Map<String, String> category,
    Optional<String> quarantine,
    Optional<String> damaged) {
  private static final String PREFIX = "put_away.zone.";

  public ZonePlan {
    handling = Map.copyOf(handling);
    category = Map.copyOf(category);
  }

  /// From settings by name: `put_away.zone.handling.cold`, `put_away.zone.category.tools`,
  /// `put_away.zone.quarantine`, `put_away.zone.damaged`.
  static ZonePlan of(Map<String, String> settings) {
    Map<String, String> handling = new LinkedHashMap<>();
    Map<String, String> category = new LinkedHashMap<>();
    settings.forEach(
        (name, zone) -> {
          if (name.startsWith(PREFIX + "handling.")) {
            handling.put(name.substring((PREFIX + "handling.").length()), zone);
          } else if (name.startsWith(PREFIX + "category.")) {
            category.put(name.substring((PREFIX + "category.").length()), zone);
          }
        });
    return new ZonePlan(
        handling,
        category,
        Optional.ofNullable(settings.get(PREFIX + "quarantine")),
        Optional.ofNullable(settings.get(PREFIX + "damaged")));
  }

  /// The only zone for goods in this condition; absent: none is kept for it.
  Optional<String> only(Condition condition) {
    return switch (condition) {
      case AVAILABLE -> Optional.empty();
      case QUARANTINE, HOLD -> quarantine;
      case DAMAGED -> damaged;
    };
  }

  /// Do goods in this condition stay where they were set down?
  public boolean stays(Condition condition) {
    return condition != Condition.AVAILABLE && only(condition).isEmpty();
  }

  /// The zone where a product would best lie.
  Optional<String> preferred(ProductCard card) {
    return card.preferredZone().isEmpty()
        ? Optional.ofNullable(category.get(card.category()))
        : Optional.of(card.preferredZone());
  }

  /// Why these goods do not belong in this zone; empty when they may lie there.
  Optional<String> wrong(ProductCard card, Condition condition, String zone) {
    Optional<String> only = only(condition);
    if (condition != Condition.AVAILABLE) {
      return only.filter(zone::equals).isPresent()
          ? Optional.empty()
          : Optional.of(
              only.map(kept -> condition.code() + " goods belong in zone " + kept)
                  .orElse("no zone is kept for " + condition.code() + " goods"));
    }
    for (String word : card.handling()) {
      String kept = handling.get(word);
      if (kept != null && !kept.equals(zone)) {
        return Optional.of(word + " goods belong in zone " + kept);
      }
    }
    if (quarantine.filter(zone::equals).isPresent() || damaged.filter(zone::equals).isPresent()) {
      return Optional.of("zone " + zone + " is for goods that cannot be used");
    }
    boolean wanted = card.preferredZone().equals(zone);
    return handling.entrySet().stream()
        .filter(entry -> entry.getValue().equals(zone))
        .filter(entry -> !wanted && !card.handling().contains(entry.getKey()))
        .map(entry -> "zone " + zone + " is for " + entry.getKey() + " goods")
        .sorted()
        .findFirst();
  }
}
