package dev.stockwright.devices.llrp;

import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How a reader is reached and what it is asked to do.
///
/// @param name stands in its sightings and on screens, such as `reader-dock-1`
/// @param host name or address
/// @param port 5084, or 5085 with TLS, unless somebody changed it at the reader
/// @param security plain when empty
/// @param antennas which are used; empty means all
/// @param powerDbm transmit power by antenna; 0 stands for all that are not named; antennas that
///     are not there keep the reader's own
/// @param session 0 to 3; empty leaves it to the reader
/// @param population about how many tags are in front of it at once
/// @param floorDbm what is weaker is dropped, by antenna; 0 stands for all that are not named
/// @param keepalive how often it gives a sign of life
/// @param reports when it sends reports
public record ReaderSettings(
    DeviceId name,
    String host,
    int port,
    Optional<Tls> security,
    List<Integer> antennas,
    Map<Integer, Double> powerDbm,
    OptionalInt session,
    int population,
    Map<Integer, Double> floorDbm,
    Duration keepalive,
    Reports reports) {
  public static final int PORT = 5084;
  public static final int PORT_TLS = 5085;

  private static final Duration KEEPALIVE = Duration.ofSeconds(1);
  private static final int POPULATION = 32;

  public ReaderSettings {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no address: " + host + ":" + port);
    }
    if (session.isPresent() && (session.getAsInt() < 0 || session.getAsInt() > 3)) {
      throw new IllegalArgumentException("session: " + session.getAsInt());
    }
    if (keepalive.compareTo(Duration.ofMillis(50)) < 0 || population < 1 || population > 65_535) {
      throw new IllegalArgumentException("keepalive " + keepalive + ", population " + population);
    }
    antennas = List.copyOf(antennas);
    powerDbm = Map.copyOf(powerDbm);
    floorDbm = Map.copyOf(floorDbm);
  }

  /// With TLS. The reader's certificate is checked against the system's authorities, or against a
  /// file of certificates (PEM); a certificate that stands in the file itself needs no matching
  /// host name.
  public record Tls(Optional<Path> trusted) {}

  /// When reports are sent: after so many tags, and, unless zero, after so much time.
  public record Reports(int tags, Duration atMost) {
    public Reports {
      if (tags < 1 || tags > 65_535 || atMost.isNegative()) {
        throw new IllegalArgumentException("reports: " + tags + ", " + atMost);
      }
    }

    /// Each tag at once.
    public static Reports each() {
      return new Reports(1, Duration.ZERO);
    }
  }

  /// A reader at its usual port that reads with what is set at it.
  public static ReaderSettings of(DeviceId name, String host, int port) {
    return new ReaderSettings(
        name,
        host,
        port,
        Optional.empty(),
        List.of(),
        Map.of(),
        OptionalInt.empty(),
        POPULATION,
        Map.of(),
        KEEPALIVE,
        Reports.each());
  }

  public ReaderSettings secured(Tls tls) {
    return new ReaderSettings(
        name,
        host,
        port,
        Optional.of(tls),
        antennas,
        powerDbm,
        session,
        population,
        floorDbm,
        keepalive,
        reports);
  }

  public ReaderSettings radio(
      List<Integer> use, Map<Integer, Double> power, OptionalInt inSession) {
    return new ReaderSettings(
        name,
        host,
        port,
        security,
        use,
        power,
        inSession,
        population,
        floorDbm,
        keepalive,
        reports);
  }

  public ReaderSettings floor(Map<Integer, Double> weakest) {
    return new ReaderSettings(
        name,
        host,
        port,
        security,
        antennas,
        powerDbm,
        session,
        population,
        weakest,
        keepalive,
        reports);
  }

  public ReaderSettings signs(Duration every, Reports when) {
    return new ReaderSettings(
        name, host, port, security, antennas, powerDbm, session, population, floorDbm, every, when);
  }

  /// `host:port`.
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
