package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.Caller;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each command of the activities by HTTP, with bodies that it cannot be: every one is refused with
/// a code and a sentence, none is a fault of ours. The bodies are made from the command itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandTest {
  private Shift shift;
  private Map<String, Object> documented;
  private int keys;

  @BeforeAll
  void open(@TempDir Path folder) {
    shift = new Shift(folder);
    documented = shift.caller.get("/openapi.json", "").json();
  }

  @AfterAll
  void close() {
    shift.close();
  }

  static List<WorkPath> all() {
    return WorkPath.ALL;
  }

  private Caller.Heard post(WorkPath path, String body) {
    String address = path.path();
    for (String variable : path.variables()) {
      address =
          address.replace(
              "{" + variable + "}",
              variable.equals("warehouse")
                  ? "NORTH"
                  : variable.equals("day")
                      ? "2026-11-20"
                      : variable.equals("referral") ? UUID.randomUUID().toString() : "X-" + keys);
    }
    return shift.caller.write(address, shift.token("ada"), "every-" + keys++, body);
  }

  /// Fields of the body and what they may be.
  private static Map<String, String> fields(WorkPath path, boolean optional) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (RecordComponent field : path.type().getRecordComponents()) {
      String name = RecordJson.snake(field.getName());
      if (!path.variables().contains(name) && (optional || field.getType() != Optional.class)) {
        fields.put(name, sample(name, field.getGenericType()));
      }
    }
    return fields;
  }

  /// Texts that are one of a few words.
  private static final Map<String, String> WORDS =
      Map.of(
          "decision",
          "\"reject\"",
          "severity",
          "\"notice\"",
          "time_zone",
          "\"UTC\"",
          "medium",
          "\"slack\"",
          "address",
          "\"https://example.org/x\"");

  private static String sample(String name, Type type) {
    return type == String.class ? WORDS.getOrDefault(name, "\"X-1\"") : sample(type);
  }

  private static String sample(Type type) {
    if (type instanceof ParameterizedType of) {
      String inside = sample(of.getActualTypeArguments()[0]);
      return of.getRawType() == List.class ? "[" + inside + "]" : inside;
    }
    if (type == Sku.class) {
      return "\"P-1\"";
    }
    if (type == WarehouseCode.class) {
      return "\"NORTH\"";
    }
    if (type == LocationCode.class) {
      return "\"A-01\"";
    }
    if (type == Condition.class) {
      return "\"available\"";
    }
    if (type == CommandId.class) {
      return "\"0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f\"";
    }
    if (type == LocalDate.class) {
      return "\"2026-11-20\"";
    }
    if (type == Instant.class) {
      return "\"2026-11-20T10:00:00Z\"";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "false";
    }
    if (type == Quantity.class
        || type instanceof Class<?> c && (c.isPrimitive() || Number.class.isAssignableFrom(c))) {
      return "1";
    }
    if (type instanceof Class<?> made
        && made.isRecord()
        && made.getPackageName().endsWith("protocol")) {
      return object(needs(made));
    }
    return "\"X-1\"";
  }

  private static Map<String, String> needs(Class<?> made) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (RecordComponent field : made.getRecordComponents()) {
      if (field.getType() != Optional.class) {
        String name = RecordJson.snake(field.getName());
        fields.put(name, sample(name, field.getGenericType()));
      }
    }
    return fields;
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String with(Map<String, String> fields, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return object(changed);
  }

  private static String without(Map<String, String> fields, String name) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return object(changed);
  }

  private static void told(String body, Caller.Heard heard, List<String> faults, boolean refused) {
    boolean good =
        heard.status() == 200 && !refused
            || (heard.status() == 400 || !refused && heard.status() > 400 && heard.status() < 500)
                && heard.code().matches("[a-z0-9_]+")
                && heard.text("detail").matches("(?s)\\P{Ll}.*[.]");
    if (!good) {
      faults.add(body + " -> " + heard.status() + " " + heard.body());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNoJsonIsRefused(WorkPath path) {
    List<String> faults = new ArrayList<>();
    for (String body : List.of("{", "[]", "7", "\"x\"", "null", "{\"a\"}", "nonsense", "{}{}")) {
      told(body, post(path, body), faults, true);
    }
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFieldThatThereIsNotIsRefused(WorkPath path) {
    Caller.Heard heard = post(path, with(fields(path, false), "no_such_field", "1"));
    assertEquals("400 unknown_field", heard.status() + " " + heard.code(), heard.body());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFieldThatIsMissingIsNamed(WorkPath path) {
    Map<String, String> fields = fields(path, false);
    List<String> faults = new ArrayList<>();
    for (RecordComponent field : path.type().getRecordComponents()) {
      String name = RecordJson.snake(field.getName());
      boolean needed =
          fields.containsKey(name)
              && field.getType() != List.class
              && !field.getType().isPrimitive();
      if (needed) {
        String body = without(fields, name);
        Caller.Heard heard = post(path, body);
        told(body, heard, faults, true);
        if (!heard.body().contains(name)) {
          faults.add(name + " is not named: " + heard.body());
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  /// The document says of every field whether it may be left out; what the command does is the
  /// truth.
  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("X7 The document demands what the command does")
  void theDocumentDemandsWhatTheCommandDoes(WorkPath path) {
    Map<String, String> fields = fields(path, false);
    Map<String, Object> schema = schema(path);
    assertEquals(fields(path, true).keySet(), properties(schema).keySet());
    List<RecordComponent> own =
        Stream.of(path.type().getRecordComponents())
            .filter(field -> !path.variables().contains(RecordJson.snake(field.getName())))
            .toList();
    Set<String> needed = needed(path, own, name -> without(fields, name));
    Set<String> always = needed(path, own, name -> without(fields(path, true), name));
    own.stream()
        .filter(field -> field.getType() == List.class)
        .map(field -> RecordJson.snake(field.getName()))
        .filter(name -> !always.contains(name)) // something else will do
        .forEach(needed::remove);
    assertEquals(needed, demanded(schema), path.kind() + ": what must not be left out");
    for (RecordComponent field : own) {
      String name = RecordJson.snake(field.getName());
      nested(field.getGenericType())
          .ifPresent(
              made -> {
                boolean several = sample(field.getGenericType()).startsWith("[");
                Map<String, Object> inner = properties(schema).getOrDefault(name, Map.of());
                Map<String, String> one = needs(made);
                assertEquals(
                    needed(
                        path,
                        List.of(made.getRecordComponents()),
                        part ->
                            with(
                                fields,
                                name,
                                several ? "[" + without(one, part) + "]" : without(one, part))),
                    demanded(several ? inside(inner) : inner),
                    path.kind() + ": what must not be left out of " + name);
              });
    }
  }

  /// Fields without which the command is not taken.
  private Set<String> needed(
      WorkPath path, List<RecordComponent> fields, UnaryOperator<String> without) {
    Set<String> needed = new TreeSet<>();
    for (RecordComponent field : fields) {
      String name = RecordJson.snake(field.getName());
      if (field.getType() != Optional.class) {
        Caller.Heard heard = post(path, without.apply(name));
        boolean refused = field.getType() == List.class || heard.code().equals("missing_" + name);
        if (heard.status() == 400 && refused) {
          needed.add(name);
        }
      }
    }
    return needed;
  }

  /// A record of ours, also in a list or where there may be none.
  private static Optional<Class<?>> nested(Type type) {
    if (type instanceof ParameterizedType of) {
      return nested(of.getActualTypeArguments()[0]);
    }
    return type instanceof Class<?> made
            && made.isRecord()
            && made.getPackageName().endsWith("protocol")
        ? Optional.of(made)
        : Optional.empty();
  }

  private static Set<String> demanded(Map<String, Object> schema) {
    return new TreeSet<>(strings(schema.getOrDefault("required", List.of())));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
    return (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inside(Map<String, Object> list) {
    return (Map<String, Object>) list.getOrDefault("items", Map.of());
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> schema(WorkPath path) {
    Object at = documented;
    for (String step :
        List.of(
            "paths", path.path(), "post", "requestBody", "content", "application/json", "schema")) {
      at = ((Map<String, Object>) at).getOrDefault(step, Map.of());
    }
    return (Map<String, Object>) at;
  }

  @ParameterizedTest
  @MethodSource("all")
  void aValueOfAnotherTypeIsRefused(WorkPath path) {
    Map<String, String> fields = fields(path, true);
    List<String> faults = new ArrayList<>();
    for (RecordComponent field : path.type().getRecordComponents()) {
      String name = RecordJson.snake(field.getName());
      String good = fields.getOrDefault(name, "");
      for (String bad :
          List.of(
              "{\"a\":[1]}",
              "[[\"x\"]]",
              "\"a\\u0000b\"",
              "\"\"",
              "\"" + "x".repeat(3000) + "\"",
              "1e30",
              "-1",
              "1.5",
              "9223372036854775808",
              "true",
              "null",
              "\"\\ud800\"")) {
        boolean never =
            bad.startsWith("{") && !good.startsWith("{") && !good.startsWith("[")
                || bad.startsWith("[") && !good.startsWith("[")
                || good.equals("1") && (bad.startsWith("1") || bad.startsWith("9"));
        if (!good.isEmpty()) {
          String body = with(fields, name, bad);
          told(
              name + "=" + bad.substring(0, Math.min(30, bad.length())),
              post(path, body),
              faults,
              never);
        }
      }
    }
    assertEquals(List.of(), faults);
  }
}
