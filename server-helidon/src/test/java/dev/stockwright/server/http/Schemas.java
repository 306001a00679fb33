package dev.stockwright.server.http;

import java.util.List;
import java.util.Map;

/// Holds JSON against a schema of the OpenAPI document, as far as ours use it.
final class Schemas {
  private Schemas() {}

  /// Adds what is wrong.
  @SuppressWarnings("unchecked")
  static void check(String where, Object json, Map<String, Object> schema, List<String> wrong) {
    Object type = schema.getOrDefault("type", "object");
    if (type instanceof List<?> several) {
      if (several.stream().noneMatch(each -> fits(json, String.valueOf(each)))) {
        wrong.add(where + " is " + json + ", not " + type);
      }
      return;
    }
    if (!fits(json, String.valueOf(type))) {
      wrong.add(where + " is " + json + ", not " + type);
      return;
    }
    if (json instanceof Map<?, ?> object) {
      var properties =
          (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
      var required = (List<String>) schema.getOrDefault("required", List.of());
      for (String name : required) {
        if (object.get(name) == null) {
          wrong.add(where + "/" + name + " is missing");
        }
      }
      object.forEach(
          (name, value) -> {
            Map<String, Object> inner = properties.get(String.valueOf(name));
            if (inner == null) {
              wrong.add(where + "/" + name + " is not documented");
            } else {
              check(where + "/" + name, value, inner, wrong);
            }
          });
    }
    if (json instanceof List<?> list) {
      var items = (Map<String, Object>) schema.getOrDefault("items", Map.of());
      list.forEach(each -> check(where + "[]", each, items, wrong));
    }
  }

  private static boolean fits(Object json, String type) {
    return switch (type) {
      case "null" -> json == null;
      case "object" -> json instanceof Map;
      case "array" -> json instanceof List;
      case "string" -> json instanceof String;
      case "boolean" -> json instanceof Boolean;
      case "integer" -> json instanceof Long || json instanceof Integer;
      case "number" -> json instanceof Number;
      default -> false;
    };
  }
}
