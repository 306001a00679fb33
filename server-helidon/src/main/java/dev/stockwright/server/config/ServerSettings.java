package dev.stockwright.server.config;

import dev.stockwright.db.DatabasePlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How this server runs: typed and checked.
///
/// @param dataFolder where the pepper, the first sign-in and the embedded database live
/// @param jobs false: this server does no jobs; another one does
/// @param database an own PostgreSQL; absent: the embedded one in `dataFolder/postgres`
public record ServerSettings(
    Http http,
    Path dataFolder,
    Optional<DatabasePlace> database,
    Limits limits,
    SignIn signIn,
    Desk desk,
    Mail mail,
    boolean jobs,
    Log log) {

  /// The listener.
  ///
  /// @param port 0: any free one
  /// @param requestDeadline after this an unanswered command is deferred
  /// @param drain from "not ready" to "no new connections"
  /// @param grace from there to the end
  public record Http(
      String host,
      int port,
      int maxConnections,
      int maxConcurrent,
      Duration requestDeadline,
      Duration drain,
      Duration grace) {}

  /// What one request may hold.
  public record Limits(int bodyBytes, int depth, int envelopes, int page) {}

  /// How long a sign-in holds and when wrong tries lock.
  public record SignIn(
      Duration session, int tries, int triesAnywhere, Duration lock, Duration slowDown) {}

  /// The command desk.
  public record Desk(int writers, int batchMax, int queueMax, Duration linger) {}

  /// How e-mail is sent.
  ///
  /// @param host empty: none is
  /// @param user empty: the mail server asks for none
  /// @param from the sender of all messages
  /// @param security none, starttls or tls
  public record Mail(
      String host, int port, String user, String password, String from, String security) {}

  /// What log lines look like.
  ///
  /// @param level error, warn, info or debug
  public record Log(boolean json, String level) {}

  /// The defaults, changed by `values`: key to text.
  ///
  /// @throws SettingsUnfit when a key is unknown or a value cannot be used
  public static ServerSettings of(Map<String, String> values) {
    return SettingsReader.typed(SettingsReader.keyed(values, "the settings"));
  }

  /// From the command line of `stockwright server`: defaults, then the file that `--config` names,
  /// then the environment, then `--key value`.
  ///
  /// @throws SettingsUnfit when a key is unknown or a value cannot be used
  public static ServerSettings read(String[] arguments, Map<String, String> environment) {
    EnumMap<Setting, SettingsReader.Found> found = new EnumMap<>(Setting.class);
    SettingsReader.Arguments given = SettingsReader.arguments(arguments);
    given.file().ifPresent(file -> found.putAll(SettingsReader.file(file)));
    found.putAll(SettingsReader.environment(environment));
    found.putAll(given.values());
    return SettingsReader.typed(found);
  }

  /// The text of `stockwright server --help`.
  public static String help() {
    return SettingsReader.help();
  }

  /// Where the embedded PostgreSQL keeps its data.
  public Path embeddedFolder() {
    return dataFolder.resolve("postgres");
  }
}
