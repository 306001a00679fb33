package dev.stockwright.server.config;

import java.util.Locale;
import java.util.Optional;

/// Every setting of the server: its key, its default, its kind and its meaning. The reader, the
/// check for unknown keys and the help text all come from this table.
enum Setting {
  HTTP_HOST("http.host", "0.0.0.0", Kind.TEXT, "address to listen on"),
  HTTP_PORT("http.port", "8080", Kind.number(0, 65_535), "port to listen on; 0 takes a free one"),
  HTTP_MAX_CONNECTIONS(
      "http.max-connections", "2500", Kind.number(16, 100_000), "open connections at most"),
  HTTP_MAX_CONCURRENT(
      "http.max-concurrent", "1024", Kind.number(4, 100_000), "requests in work at most"),
  HTTP_REQUEST_DEADLINE(
      "http.request-deadline", "5s", Kind.DURATION, "how long a command may wait for its answer"),
  HTTP_DRAIN(
      "http.drain", "1s", Kind.DURATION, "how long a stopping server still says it is not ready"),
  HTTP_GRACE(
      "http.grace", "10s", Kind.DURATION, "how long a stopping server finishes what it began"),

  DATA_FOLDER("data.folder", "stockwright-data", Kind.TEXT, "where secrets and embedded data live"),

  DATABASE_URL(
      "database.url",
      "",
      Kind.TEXT,
      "jdbc:postgresql://host:port/name; empty: the embedded one in data.folder/postgres"),
  DATABASE_USER("database.user", "stockwright", Kind.TEXT, "only with database.url"),
  DATABASE_PASSWORD("database.password", "", Kind.SECRET, "only with database.url"),
  DATABASE_READ_CONNECTIONS(
      "database.read-connections", "6", Kind.number(2, 200), "connections for questions"),

  LIMIT_BODY("limit.body", "256KiB", Kind.SIZE, "largest body of a request"),
  LIMIT_DEPTH("limit.depth", "16", Kind.number(4, 64), "deepest nesting of a JSON body"),
  LIMIT_ENVELOPES("limit.envelopes", "100", Kind.number(1, 1_000), "envelopes in one request"),
  LIMIT_PAGE("limit.page", "500", Kind.number(10, 5_000), "items in one page of a list"),

  SIGN_IN_SESSION("sign-in.session", "10h", Kind.DURATION, "how long a sign-in holds"),
  SIGN_IN_TRIES(
      "sign-in.tries", "5", Kind.number(1, 100), "wrong tries of one person on one device"),
  SIGN_IN_TRIES_ANYWHERE(
      "sign-in.tries-anywhere",
      "20",
      Kind.number(1, 10_000),
      "wrong tries of one person over all devices where that person is new"),
  SIGN_IN_LOCK("sign-in.lock", "15m", Kind.DURATION, "how long too many wrong tries lock"),
  SIGN_IN_SLOW_DOWN(
      "sign-in.slow-down", "250ms", Kind.DURATION, "added to the answer for each wrong try"),

  DESK_WRITERS("desk.writers", "2", Kind.number(1, 64), "transactions at the same time"),
  DESK_BATCH_MAX("desk.batch-max", "1024", Kind.number(1, 5_000), "envelopes in a transaction"),
  DESK_LINGER("desk.linger", "1ms", Kind.DURATION, "wait for more envelopes before a transaction"),
  DESK_QUEUE_MAX(
      "desk.queue-max", "8192", Kind.number(16, 1_000_000), "waiting envelopes before busy"),

  MAIL_HOST("mail.host", "", Kind.TEXT, "SMTP server for alerts; empty: no e-mail is sent"),
  MAIL_PORT("mail.port", "587", Kind.number(1, 65_535), "its port"),
  MAIL_USER("mail.user", "", Kind.TEXT, "empty: the mail server asks for none"),
  MAIL_PASSWORD("mail.password", "", Kind.SECRET, "only with mail.user"),
  MAIL_FROM("mail.from", "stockwright@localhost", Kind.TEXT, "sender of the messages"),
  MAIL_SECURITY(
      "mail.security",
      "starttls",
      Kind.choice("none", "starttls", "tls"),
      "how the mail is kept from others"),

  JOBS("jobs", "on", Kind.choice("on", "off"), "off: leave the jobs to another server"),

  LOG_FORMAT("log.format", "text", Kind.choice("text", "json"), "how log lines look"),
  LOG_LEVEL("log.level", "info", Kind.choice("error", "warn", "info", "debug"), "what is logged");

  /// What a value must look like.
  record Kind(Form form, long least, long most, java.util.List<String> choices) {
    static final Kind TEXT = new Kind(Form.TEXT, 0, 0, java.util.List.of());
    static final Kind SECRET = new Kind(Form.SECRET, 0, 0, java.util.List.of());
    static final Kind DURATION = new Kind(Form.DURATION, 0, 0, java.util.List.of());
    static final Kind SIZE = new Kind(Form.SIZE, 1_024, 64L << 20, java.util.List.of());

    static Kind number(long least, long most) {
      return new Kind(Form.NUMBER, least, most, java.util.List.of());
    }

    static Kind choice(String... choices) {
      return new Kind(Form.CHOICE, 0, 0, java.util.List.of(choices));
    }

    String wanted() {
      return switch (form) {
        case TEXT, SECRET -> "text";
        case NUMBER -> "a whole number from " + least + " to " + most;
        case DURATION -> "a time such as 250ms, 5s, 15m or 10h";
        case SIZE -> "a size from 1KiB to 64MiB, such as 256KiB";
        case CHOICE -> "one of " + String.join(", ", choices);
      };
    }
  }

  /// The forms that a value can have.
  enum Form {
    TEXT,
    SECRET,
    NUMBER,
    DURATION,
    SIZE,
    CHOICE
  }

  private final String key;
  private final String initial;
  private final Kind kind;
  private final String meaning;

  Setting(String key, String initial, Kind kind, String meaning) {
    this.key = key;
    this.initial = initial;
    this.kind = kind;
    this.meaning = meaning;
  }

  String key() {
    return key;
  }

  String initial() {
    return initial;
  }

  Kind kind() {
    return kind;
  }

  String meaning() {
    return meaning;
  }

  /// The name of the environment variable that sets it.
  String variable() {
    return SettingsReader.PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /// The setting that is written `key`, with dots or with dashes.
  static Optional<Setting> of(String key) {
    String wanted = key.replace('-', '.');
    for (Setting setting : values()) {
      if (setting.key.replace('-', '.').equals(wanted)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
