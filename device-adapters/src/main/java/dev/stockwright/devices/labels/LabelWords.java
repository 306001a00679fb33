package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.SymbolContent.Ean13;
import dev.stockwright.devices.labels.SymbolContent.Gs1;
import dev.stockwright.devices.labels.SymbolContent.Part;
import dev.stockwright.devices.labels.SymbolContent.Plain;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a label's content offers to templates: texts and barcodes by name. A text that is not there
/// is empty, a barcode that is not there is absent; a name that is in neither map does not exist.
record LabelWords(Map<String, String> texts, Map<String, Optional<SymbolContent>> symbols) {
  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

  static LabelWords of(LabelContent content) {
    return switch (content) {
      case LabelContent.Product product -> product(product);
      case LabelContent.Location location -> location(location);
      case LabelContent.HandlingUnit unit -> unit(unit);
      case LabelContent.Badge badge -> badge(badge);
      case LabelContent.CommandCard card -> commands();
    };
  }

  private static LabelWords product(LabelContent.Product product) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("sku", product.sku().code());
    texts.put("name", product.name());
    texts.put("gtin", product.gtin().map(Gtin::digits).orElse(""));
    texts.put("lot", product.lot().map(LotCode::code).orElse(""));
    texts.put("expiry", product.expiry().map(LocalDate::toString).orElse(""));
    texts.put("serial", product.serial().map(SerialNumber::code).orElse(""));
    return new LabelWords(texts, Map.of("product_code", Optional.of(productCode(product))));
  }

  private static SymbolContent productCode(LabelContent.Product product) {
    if (product.gtin().isEmpty()) {
      return new Plain(product.sku().code());
    }
    String gtin = product.gtin().get().digits();
    List<Part> parts = new ArrayList<>(List.of(new Part("01", gtin, true)));
    product.expiry().ifPresent(day -> parts.add(new Part("17", day.format(YYMMDD), true)));
    product.lot().ifPresent(lot -> parts.add(new Part("10", lot.code(), false)));
    product.serial().ifPresent(serial -> parts.add(new Part("21", serial.code(), false)));
    boolean thirteen = gtin.startsWith("0") && !gtin.startsWith("000000");
    return parts.size() == 1 && thirteen ? new Ean13(gtin.substring(1)) : new Gs1(parts);
  }

  private static LabelWords location(LabelContent.Location location) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("warehouse", location.warehouse().code());
    texts.put("location", location.location().code());
    texts.put("description", location.description());
    texts.put("check", LocationCheck.of(location.warehouse(), location.location()));
    return new LabelWords(
        texts, Map.of("location_code", Optional.of(new Plain(location.location().code()))));
  }

  private static LabelWords unit(LabelContent.HandlingUnit unit) {
    Optional<Content> content = unit.content();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("sscc", unit.sscc().digits());
    texts.put("sender", unit.sender());
    texts.put("recipient", unit.recipient());
    texts.put("content_name", content.isEmpty() ? "" : unit.contentName());
    texts.put("content", content.map(c -> c.gtin().digits()).orElse(""));
    texts.put("count", content.map(c -> Long.toString(c.count())).orElse(""));
    texts.put("lot", content.flatMap(Content::lot).map(LotCode::code).orElse(""));
    texts.put("expiry", content.flatMap(Content::expiry).map(LocalDate::toString).orElse(""));
    SymbolContent sscc = new Gs1(List.of(new Part("00", unit.sscc().digits(), true)));
    return new LabelWords(
        texts,
        Map.of(
            "sscc_code", Optional.of(sscc), "content_code", content.map(LabelWords::contentCode)));
  }

  private static SymbolContent contentCode(Content content) {
    List<Part> parts = new ArrayList<>(List.of(new Part("02", content.gtin().digits(), true)));
    content.expiry().ifPresent(day -> parts.add(new Part("17", day.format(YYMMDD), true)));
    parts.add(new Part("37", Long.toString(content.count()), false));
    content.lot().ifPresent(lot -> parts.add(new Part("10", lot.code(), false)));
    return new Gs1(parts);
  }

  private static LabelWords badge(LabelContent.Badge badge) {
    return new LabelWords(
        Map.of("person", badge.person(), "role", badge.role(), "badge", badge.code()),
        Map.of("badge_code", Optional.of(new Plain(badge.code()))));
  }

  private static LabelWords commands() {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Optional<SymbolContent>> symbols = new LinkedHashMap<>();
    for (CommandBarcode command : CommandBarcode.values()) {
      String name = command.name().toLowerCase(Locale.ROOT);
      texts.put(name, command.name());
      texts.put(name + "_meaning", command.meaning());
      symbols.put("command_" + name, Optional.of(new Plain(command.code())));
    }
    return new LabelWords(texts, symbols);
  }
}
