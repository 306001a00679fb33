package dev.stockwright.server.config;

import dev.stockwright.db.DatabasePlace;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// Reads settings from their four places and checks them.
final class SettingsReader {
  static final String PREFIX = "STOCKWRIGHT_";

  /// Variables of our prefix that are not ours: the launcher reads them.
  private static final Set<String> LAUNCHER =
      Set.of(PREFIX + "JAVA", PREFIX + "JDK_FOLDERS", PREFIX + "JVM");

  /// A value and where it stood.
  record Found(String value, String where) {}

  /// What the command line gave.
  record Arguments(Optional<Path> file, EnumMap<Setting, Found> values) {}

  private SettingsReader() {}

  static Arguments arguments(String[] arguments) {
    Map<String, String> values = new TreeMap<>();
    Optional<Path> file = Optional.empty();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (!argument.startsWith("--")) {
        throw new SettingsUnfit(
            "\"" + argument + "\" is no option; options start with -- (see --help)");
      }
      int equals = argument.indexOf('=');
      String key = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
      String value;
      if (equals >= 0) {
        value = argument.substring(equals + 1);
      } else if (i + 1 < arguments.length) {
        value = arguments[++i];
      } else {
        throw new SettingsUnfit("--" + key + " needs a value (see --help)");
      }
      switch (key) {
        case "config" -> file = Optional.of(path("--config", value));
        case "port" -> values.put(Setting.HTTP_PORT.key(), value);
        case "data" -> values.put(Setting.DATA_FOLDER.key(), value);
        default -> values.put(key, value);
      }
    }
    return new Arguments(file, keyed(values, "the command line"));
  }

  static EnumMap<Setting, Found> file(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new SettingsUnfit("There is no settings file " + file + "; check --config");
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsUnfit(
          "The settings file " + file + " cannot be read; it must be text of key = value lines");
    }
    Map<String, String> values = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      values.put(key, properties.getProperty(key));
    }
    return keyed(values, file.toString());
  }

  static EnumMap<Setting, Found> environment(Map<String, String> environment) {
    EnumMap<Setting, Found> found = new EnumMap<>(Setting.class);
    for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
      String name = entry.getKey();
      if (name.startsWith(PREFIX) && !LAUNCHER.contains(name)) {
        found.put(byVariable(name), new Found(entry.getValue(), "the variable " + name));
      }
    }
    return found;
  }

  private static Setting byVariable(String name) {
    for (Setting setting : Setting.values()) {
      if (setting.variable().equals(name)) {
        return setting;
      }
    }
    throw new SettingsUnfit(
        "The environment variable " + name + " is no setting; see --help for those there are");
  }

  static EnumMap<Setting, Found> keyed(Map<String, String> values, String where) {
    EnumMap<Setting, Found> found = new EnumMap<>(Setting.class);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Setting setting =
          Setting.of(entry.getKey())
              .orElseThrow(
                  () ->
                      new SettingsUnfit(
                          "\""
                              + entry.getKey()
                              + "\" in "
                              + where
                              + " is no setting; see --help for those there are"));
      found.put(setting, new Found(entry.getValue(), where));
    }
    return found;
  }

  static ServerSettings typed(EnumMap<Setting, Found> found) {
    Values of = new Values(found);
    if (of.number(Setting.DESK_QUEUE_MAX) < of.number(Setting.DESK_BATCH_MAX)) {
      throw new SettingsUnfit("desk.queue-max is below desk.batch-max; set it to at least that");
    }
    return new ServerSettings(
        new ServerSettings.Http(
            of.text(Setting.HTTP_HOST),
            of.number(Setting.HTTP_PORT),
            of.number(Setting.HTTP_MAX_CONNECTIONS),
            of.number(Setting.HTTP_MAX_CONCURRENT),
            of.duration(Setting.HTTP_REQUEST_DEADLINE),
            of.duration(Setting.HTTP_DRAIN),
            of.duration(Setting.HTTP_GRACE)),
        path(Setting.DATA_FOLDER.key(), of.text(Setting.DATA_FOLDER)).toAbsolutePath().normalize(),
        of.database(),
        new ServerSettings.Limits(
            of.size(Setting.LIMIT_BODY),
            of.number(Setting.LIMIT_DEPTH),
            of.number(Setting.LIMIT_ENVELOPES),
            of.number(Setting.LIMIT_PAGE)),
        new ServerSettings.SignIn(
            of.duration(Setting.SIGN_IN_SESSION),
            of.number(Setting.SIGN_IN_TRIES),
            of.number(Setting.SIGN_IN_TRIES_ANYWHERE),
            of.duration(Setting.SIGN_IN_LOCK),
            of.duration(Setting.SIGN_IN_SLOW_DOWN)),
        new ServerSettings.Desk(
            of.number(Setting.DESK_WRITERS),
            of.number(Setting.DESK_BATCH_MAX),
            of.number(Setting.DESK_QUEUE_MAX),
            of.duration(Setting.DESK_LINGER)),
        new ServerSettings.Mail(
            of.text(Setting.MAIL_HOST),
            of.number(Setting.MAIL_PORT),
            of.text(Setting.MAIL_USER),
            of.text(Setting.MAIL_PASSWORD),
            of.text(Setting.MAIL_FROM),
            of.text(Setting.MAIL_SECURITY)),
        of.text(Setting.JOBS).equals("on"),
        new ServerSettings.Log(
            of.text(Setting.LOG_FORMAT).equals("json"), of.text(Setting.LOG_LEVEL)));
  }

  private static Path path(String key, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new SettingsUnfit(key + " is no path: " + value);
    }
  }

  static String help() {
    StringBuilder text = new StringBuilder(2_048);
    text.append(
        "Usage: stockwright server [--config FILE] [--port N] [--data DIR] [--KEY VALUE]\n");
    text.append("\nStarts the server. Later places win: defaults, the file (key = value lines),\n");
    text.append("the environment, the command line. An unknown key stops the start.\n\n");
    for (Setting setting : Setting.values()) {
      text.append("  ").append(setting.key()).append('\n');
      text.append("      ").append(setting.meaning()).append('\n');
      text.append("      ").append(setting.kind().wanted());
      text.append("; default ");
      text.append(setting.initial().isEmpty() ? "empty" : setting.initial());
      text.append("; ").append(setting.variable()).append('\n');
    }
    text.append("\n  --port N is http.port, --data DIR is data.folder.\n");
    return text.toString();
  }

  /// The values found, by type.
  private record Values(EnumMap<Setting, Found> found) {
    String text(Setting setting) {
      Found value = found.get(setting);
      String text = value == null ? setting.initial() : value.value().strip();
      if (setting.kind().form() == Setting.Form.CHOICE
          && !setting.kind().choices().contains(text)) {
        throw unfit(setting);
      }
      return text;
    }

    int number(Setting setting) {
      try {
        int number = Integer.parseInt(text(setting));
        if (number >= setting.kind().least() && number <= setting.kind().most()) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw unfit(setting);
      }
      throw unfit(setting);
    }

    Duration duration(Setting setting) {
      String text = text(setting);
      int unit = 0;
      while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
        unit++;
      }
      try {
        if (unit == 0) {
          Duration iso = Duration.parse(text);
          if (iso.isNegative()) {
            throw unfit(setting);
          }
          return iso;
        }
        long count = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit).strip()) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> throw unfit(setting);
        };
      } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
        throw unfit(setting);
      }
    }

    int size(Setting setting) {
      String text = text(setting);
      long factor = text.endsWith("KiB") ? 1L << 10 : text.endsWith("MiB") ? 1L << 20 : 1;
      String digits = factor == 1 ? text : text.substring(0, text.length() - 3).strip();
      try {
        long size = Math.multiplyExact(Long.parseLong(digits), factor);
        if (size >= setting.kind().least() && size <= setting.kind().most()) {
          return (int) size;
        }
      } catch (NumberFormatException | ArithmeticException e) {
        throw unfit(setting);
      }
      throw unfit(setting);
    }

    Optional<DatabasePlace> database() {
      String url = text(Setting.DATABASE_URL);
      if (url.isEmpty()) {
        return Optional.empty();
      }
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new SettingsUnfit("database.url must start with jdbc:postgresql:");
      }
      return Optional.of(
          new DatabasePlace(
              url,
              text(Setting.DATABASE_USER),
              text(Setting.DATABASE_PASSWORD),
              number(Setting.DESK_WRITERS) + 4,
              number(Setting.DATABASE_READ_CONNECTIONS)));
    }

    private SettingsUnfit unfit(Setting setting) {
      Found value = found.get(setting);
      String shown =
          setting.kind().form() == Setting.Form.SECRET || value == null
              ? "the value"
              : "\"" + value.value() + "\"";
      String where = value == null ? "the defaults" : value.where();
      return new SettingsUnfit(
          setting.key() + ": " + shown + " in " + where + " is not " + setting.kind().wanted());
    }
  }
}
