package dev.stockwright.server.http;

import dev.stockwright.protocol.Filled;
import dev.stockwright.vocabulary.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The OpenAPI document: what is written down for the addresses that were made by hand, and beside
/// it one operation for each command of an activity, made from the command itself, so that it is
/// never behind.
final class OpenApi {
  private static final String PROBLEM =
      """
      "default":{"description":"A problem (RFC 9457) with a stable code","content":\
      {"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}""";

  private static final String KEY =
      """
      {"name":"Idempotency-Key","in":"header","required":true,"description":"1 to 255 printable \
      characters; the same key gets the same answer for ever","schema":{"type":"string",\
      "maxLength":255}}""";

  private static final Set<Type> WHOLE =
      Set.of(
          long.class,
          Long.class,
          int.class,
          Integer.class,
          short.class,
          Short.class,
          Quantity.class);

  private OpenApi() {}

  /// The whole document.
  static byte[] document() {
    String paths = "\"paths\": {";
    String own = resource("openapi.json");
    int at = own.indexOf(paths) + paths.length();
    Map<String, List<String>> byPath = new LinkedHashMap<>();
    for (AskPath path : AskPath.all()) {
      byPath.computeIfAbsent(path.path(), any -> new ArrayList<>()).add(operation(path));
    }
    for (WorkPath path : WorkPath.ALL) {
      byPath.computeIfAbsent(path.path(), any -> new ArrayList<>()).add(operation(path));
    }
    String more =
        byPath.entrySet().stream()
            .map(each -> "\"" + each.getKey() + "\":{" + String.join(",", each.getValue()) + "}")
            .collect(Collectors.joining(",\n"));
    return (own.substring(0, at) + "\n" + more + ",\n" + own.substring(at))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String operation(AskPath path) {
    List<String> parameters = new ArrayList<>();
    AskPath.variables(path.path()).forEach(name -> parameters.add(parameter(name, "path", true)));
    path.parameters()
        .forEach(
            each ->
                parameters.add(parameter(AskPath.name(each), "query", false, AskPath.words(each))));
    String item = object(path.item(), List.of());
    String answer = item;
    if (path.list()) {
      parameters.add(parameter("limit", "query", false));
      parameters.add(parameter("after", "query", false));
      answer =
          "{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\",\"items\":"
              + item
              + "},\"next\":{\"type\":[\"string\",\"null\"]}}}";
    }
    return """
    "get":{"summary":"%s","parameters":[%s],"responses":{"200":{"description":"Found",\
    "content":{"application/json":{"schema":%s}}},%s}}"""
        .formatted(path.summary(), String.join(",", parameters), answer, PROBLEM);
  }

  private static String parameter(String name, String in, boolean required) {
    return parameter(name, in, required, List.of());
  }

  private static String parameter(String name, String in, boolean required, List<String> words) {
    String one = words.isEmpty() ? "" : ",\"enum\":[\"" + String.join("\",\"", words) + "\"]";
    return "{\"name\":\"%s\",\"in\":\"%s\",\"required\":%s,\"schema\":{\"type\":\"string\"%s}}"
        .formatted(name, in, required, one);
  }

  private static String operation(WorkPath path) {
    List<String> parameters = new ArrayList<>();
    for (String variable : path.variables()) {
      parameters.add(parameter(variable, "path", true));
    }
    parameters.add(KEY);
    return """
    "post":{"operationId":"%s","summary":"%s","parameters":[%s],\
    "requestBody":{"required":true,"content":{"application/json":{"schema":%s}}},\
    "responses":{"200":{"description":"Done","content":{"application/json":{"schema":\
    {"$ref":"#/components/schemas/Answer"}}}},%s}}"""
        .formatted(
            path.kind(),
            path.summary(),
            String.join(",", parameters),
            object(path.type(), path.variables()),
            PROBLEM);
  }

  private static String object(Class<?> type, List<String> without) {
    List<String> fields = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent field : type.getRecordComponents()) {
      String name = RecordJson.snake(field.getName());
      if (!without.contains(name)) {
        fields.add("\"" + name + "\":" + schema(field.getGenericType()));
        boolean needed =
            field.getType() == List.class
                ? field.isAnnotationPresent(Filled.class)
                : field.getType() != Optional.class && !field.getType().isPrimitive();
        if (needed) {
          required.add("\"" + name + "\"");
        }
      }
    }
    return "{\"type\":\"object\",\"properties\":{"
        + String.join(",", fields)
        + "}"
        + (required.isEmpty() ? "" : ",\"required\":[" + String.join(",", required) + "]")
        + "}";
  }

  private static String schema(Type type) {
    if (type instanceof ParameterizedType of) {
      String inside = schema(of.getActualTypeArguments()[0]);
      return of.getRawType() == List.class
          ? "{\"type\":\"array\",\"items\":" + inside + "}"
          : inside;
    }
    if (WHOLE.contains(type)) {
      return "{\"type\":\"integer\",\"format\":\"int64\"}";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "{\"type\":\"boolean\"}";
    }
    if (type == double.class || type == Double.class) {
      return "{\"type\":\"number\"}";
    }
    if (type == LocalDate.class) {
      return "{\"type\":\"string\",\"format\":\"date\"}";
    }
    if (type == Instant.class) {
      return "{\"type\":\"string\",\"format\":\"date-time\"}";
    }
    boolean nested =
        type instanceof Class<?> made
            && made.isRecord()
            && !made.getPackageName().endsWith(".vocabulary");
    return nested ? object((Class<?>) type, List.of()) : "{\"type\":\"string\"}";
  }
}
