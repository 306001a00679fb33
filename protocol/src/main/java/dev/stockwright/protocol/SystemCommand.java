package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the system itself runs: whom it tells of alerts, and its jobs.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = SystemCommand.SetChannel.class, name = "set_channel")
@Json.SubType(type = SystemCommand.DropChannel.class, name = "drop_channel")
@Json.SubType(type = SystemCommand.TryChannel.class, name = "try_channel")
@Json.SubType(type = SystemCommand.RetryMessage.class, name = "retry_message")
@Json.SubType(type = SystemCommand.RunJob.class, name = "run_job")
public sealed interface SystemCommand extends WorkCommand {
  @Override
  default List<WarehouseCode> warehouses() {
    return List.of();
  }

  /// When a channel tells of what.
  ///
  /// @param alertKinds only of these kinds, such as `low`; of all when empty
  /// @param severity of this and graver: `critical`, `warning` or `notice`; `notice` when absent
  /// @param quietFrom from this time of day, `HH:MM`, what is not critical waits
  /// @param quietUntil until this one; before `quietFrom` when the night lies between
  /// @param timeZone of those times and of the messages, such as `Europe/Oslo`;
  ///     UTC when absent
  /// @param digestMinutes what is not critical is gathered and told every so many minutes; 0: at
  ///     once
  @Json(naming = Json.Naming.LowerUnderscore)
  record Timing(
      List<String> alertKinds,
      Optional<String> severity,
      Optional<String> quietFrom,
      Optional<String> quietUntil,
      Optional<String> timeZone,
      int digestMinutes) {
    public static final int DIGEST_MAX = (int) Duration.ofDays(7).toMinutes();
    public static final Set<String> SEVERITIES = Set.of("critical", "warning", "notice");

    public Timing {
      alertKinds = Required.orEmpty(alertKinds);
      severity = Required.orEmpty(severity);
      quietFrom = Required.orEmpty(quietFrom);
      quietUntil = Required.orEmpty(quietUntil);
      timeZone = Required.orEmpty(timeZone);
      if (!severity.map(SEVERITIES::contains).orElse(true)) {
        throw new InvalidValue(
            "invalid_severity",
            "severity " + severity.get() + " is not critical, warning or notice");
      }
      if (quietFrom.isPresent() != quietUntil.isPresent()) {
        throw new InvalidValue(
            "invalid_quiet_hours", "quiet hours need both quiet_from and quiet_until");
      }
      quietFrom.ifPresent(Timing::time);
      quietUntil.ifPresent(Timing::time);
      timeZone.ifPresent(Timing::zone);
      if (digestMinutes < 0 || digestMinutes > DIGEST_MAX) {
        throw new InvalidValue(
            "invalid_digest", "digest_minutes " + digestMinutes + " is not from 0 to 10080");
      }
    }

    /// Of everything, at once, at any time.
    public static Timing always() {
      return new Timing(
          List.of(),
          Optional.of("notice"),
          Optional.empty(),
          Optional.empty(),
          Optional.of("UTC"),
          0);
    }

    private static void time(String text) {
      try {
        LocalTime.parse(text);
      } catch (DateTimeException e) {
        throw new InvalidValue("invalid_time", "time " + text + " is not written as 22:30");
      }
    }

    private static void zone(String text) {
      try {
        ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new InvalidValue(
            "invalid_time_zone", "time zone " + text + " is not known; write Europe/Oslo");
      }
    }
  }

  /// Sets up where alerts are told.
  ///
  /// @param name ours for it
  /// @param medium `email`, `slack` (also what takes the same messages) or `webhook`
  /// @param address an e-mail address, several with commas between, or an http address
  /// @param secret signs the messages of a webhook (Standard Webhooks 1.0); the one before stays
  ///     when absent
  /// @param warehouse only of this one; of all when absent
  /// @param timing what is told when; everything at once when absent
  /// @param paused nothing is told there for now
  /// @param version the one that was seen; absent for a new channel
  @Json(naming = Json.Naming.LowerUnderscore)
  record SetChannel(
      Reference name,
      String medium,
      String address,
      Optional<String> secret,
      Optional<WarehouseCode> warehouse,
      Optional<Timing> timing,
      boolean paused,
      Optional<Long> version)
      implements SystemCommand {
    public static final int ADDRESS_MAX = 2_000;
    public static final int SECRET_MIN = 16;

    public SetChannel {
      Required.field("name", name);
      Required.field("medium", medium);
      Required.field("address", address);
      secret = Required.orEmpty(secret);
      warehouse = Required.orEmpty(warehouse);
      timing = Required.orEmpty(timing);
      version = Required.orEmpty(version);
      if (address.isBlank() || address.length() > ADDRESS_MAX) {
        throw new InvalidValue("invalid_address", "address has not 1 to 2000 characters");
      }
      if (secret.isPresent() && secret.get().length() < SECRET_MIN) {
        throw new InvalidValue("invalid_secret", "secret is shorter than 16 characters");
      }
    }

    /// Without the secret, for logs.
    @Override
    public String toString() {
      return "SetChannel[" + name + " " + medium + "]";
    }
  }

  /// Nothing is told there any more; what was told stays on record.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DropChannel(Reference name) implements SystemCommand {
    public DropChannel {
      Required.field("name", name);
    }
  }

  /// Tells something there that says it is a test.
  @Json(naming = Json.Naming.LowerUnderscore)
  record TryChannel(Reference name) implements SystemCommand {
    public TryChannel {
      Required.field("name", name);
    }
  }

  /// Tries a message again that has failed for good.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RetryMessage(Reference message) implements SystemCommand {
    public RetryMessage {
      Required.field("message", message);
    }
  }

  /// Does a job now instead of at its time.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RunJob(Reference job) implements SystemCommand {
    public RunJob {
      Required.field("job", job);
    }
  }
}
