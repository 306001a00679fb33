package dev.stockwright.server.orders;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a shop says about an order besides, as the object that is kept.
final class Attributes {
  private Attributes() {}

  static String json(List<OrderCommand.Attribute> attributes) {
    if (attributes.isEmpty()) {
      return "{}";
    }
    Map<String, Object> object = new LinkedHashMap<>();
    attributes.forEach(attribute -> object.put(attribute.name(), attribute.value()));
    return Wire.jsonb().toJson(object);
  }
}
