package dev.stockwright.devices;

import dev.stockwright.devices.command.Options;
import dev.stockwright.devices.labels.LabelContent;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.Sscc;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `stockwright label` was asked to put on a label, from its options.
sealed interface LabelWish {
  record Good(LabelContent content) implements LabelWish {}

  /// @param sentence what is wrong, for people
  record Bad(String sentence) implements LabelWish {}

  /// The kinds and their fields.
  Map<String, Set<String>> FIELDS =
      Map.of(
          "product", Set.of("--sku", "--name", "--gtin", "--lot", "--expiry", "--serial-number"),
          "location", Set.of("--warehouse", "--location", "--description"),
          "handling-unit",
              Set.of(
                  "--sscc",
                  "--content",
                  "--count",
                  "--lot",
                  "--expiry",
                  "--sender",
                  "--recipient",
                  "--name"),
          "badge", Set.of("--code", "--person", "--role"),
          "commands", Set.of());

  static LabelWish of(String kind, Options options) {
    Set<String> fields = FIELDS.getOrDefault(kind, Set.of());
    for (Options.Given given : options.values()) {
      boolean field = FIELDS.values().stream().anyMatch(all -> all.contains(given.option()));
      if (field && !fields.contains(given.option())) {
        return new Bad("A " + kind + " label has no " + given.option() + ".");
      }
    }
    try {
      return switch (kind) {
        case "product" -> new Good(product(options));
        case "location" -> new Good(location(options));
        case "handling-unit" -> new Good(unit(options));
        case "badge" -> new Good(badge(options));
        case "commands" -> new Good(new LabelContent.CommandCard());
        default -> new Bad("There is no label of the kind \"" + kind + "\".");
      };
    } catch (InvalidValue e) {
      return new Bad(String.valueOf(e.getMessage()));
    } catch (DateTimeException e) {
      return new Bad("--expiry takes a day such as 2027-12-31.");
    } catch (Missing e) {
      return new Bad("A " + kind + " label needs " + e.getMessage() + ".");
    }
  }

  /// A field that must be given and was not.
  final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Missing(String option) {
      super(option);
    }
  }

  private static LabelContent product(Options options) {
    return new LabelContent.Product(
        new Sku(required(options, "--sku")),
        text(options, "--name"),
        options.value("--gtin").map(Gtin::of),
        options.value("--lot").map(LotCode::new),
        options.value("--expiry").map(LocalDate::parse),
        options.value("--serial-number").map(SerialNumber::new));
  }

  private static LabelContent location(Options options) {
    return new LabelContent.Location(
        new WarehouseCode(required(options, "--warehouse")),
        new LocationCode(required(options, "--location")),
        text(options, "--description"));
  }

  private static LabelContent unit(Options options) {
    Optional<Content> content =
        options
            .value("--content")
            .map(
                gtin ->
                    new Content(
                        Gtin.of(gtin),
                        count(required(options, "--count")),
                        options.value("--lot").map(LotCode::new),
                        options.value("--expiry").map(LocalDate::parse)));
    return new LabelContent.HandlingUnit(
        new Sscc(required(options, "--sscc")),
        content,
        text(options, "--sender"),
        text(options, "--recipient"),
        text(options, "--name"));
  }

  private static long count(String text) {
    if (!text.matches("[1-9]\\d{0,7}")) {
      throw new InvalidValue(
          "invalid_count", "count \"" + text + "\" is not a whole number from 1 to 99999999");
    }
    return Long.parseLong(text);
  }

  private static LabelContent badge(Options options) {
    return new LabelContent.Badge(
        required(options, "--code"), required(options, "--person"), text(options, "--role"));
  }

  private static String required(Options options, String option) {
    return options.value(option).orElseThrow(() -> new Missing(option));
  }

  private static String text(Options options, String option) {
    return options.value(option).orElse("");
  }
}
