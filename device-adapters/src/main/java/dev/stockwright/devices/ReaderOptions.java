package dev.stockwright.devices;

import dev.stockwright.devices.command.Options;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.rfid.Place;
import dev.stockwright.devices.rfid.PresenceRules;
import dev.stockwright.devices.rfid.ReadPoint;
import dev.stockwright.devices.rfid.ReadPoints;
import dev.stockwright.devices.rfid.TagRules;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The options of `stockwright reader`.
sealed interface ReaderOptions {
  String HELP =
      """
      Usage: stockwright reader HOST[:PORT] [OPTIONS]

      Connects to an RFID reader over LLRP, says who it is, and prints what its antennas hear.

        --seconds N       stop after so many seconds; without it, when interrupted
        --json            one JSON object a line: "event" is arrived, moved, departed, pass or
                          reader; with "epc", "id_uri" where known, "antenna", "rssi", "count", "time"
        --reads           also each read, as "event" read
        --tls             with TLS; on by itself at port 5085 and for llrps://HOST
        --trust FILE      certificates (PEM) to trust in place of the system's
        --antennas 1,2    the antennas to use; without it, all
        --power DBM       transmit power, such as 24.5
        --session N       0 to 3
        --rssi-floor DBM  drop what is weaker, such as -65
        --door OUT:IN     antenna OUT looks at the yard and IN at the warehouse: passes are told;
                          may be given several times
        --departed N      seconds of silence after which a tag has departed (10)
        --name NAME       what the reader is called (reader-1)
        --record FILE     keep the raw traffic in a file

      Exit codes: 0 it listened, 2 wrong use, 3 the reader was never connected.
      """;

  /// What is to be done.
  ///
  /// @param duration when to stop
  /// @param reads whether to tell each read
  record Asked(
      ReaderSettings settings,
      ReadPoints points,
      TagRules rules,
      Duration duration,
      boolean json,
      boolean reads,
      Optional<Path> record)
      implements ReaderOptions {}

  /// @param sentence what is wrong, for people
  record Wrong(String sentence) implements ReaderOptions {}

  Pattern ADDRESS = Pattern.compile("(?:(llrps?)://)?(\\[[^]]+]|[^:/\\[\\]]+)(?::(\\d{1,5}))?/?");
  WarehouseCode HERE = new WarehouseCode("HERE");

  static ReaderOptions read(List<String> words) {
    Options.Reading reading =
        Options.read(
            words,
            Set.of("--json", "--reads", "--tls"),
            Set.of(
                "--seconds",
                "--trust",
                "--antennas",
                "--power",
                "--session",
                "--rssi-floor",
                "--door",
                "--departed",
                "--name",
                "--record"));
    return switch (reading) {
      case Options.Reading.Wrong(String sentence) -> new Wrong(sentence);
      case Options.Reading.Read(Options options) -> {
        try {
          yield read(options);
        } catch (IllegalArgumentException e) {
          yield new Wrong(String.valueOf(e.getMessage()));
        }
      }
    };
  }

  private static ReaderOptions read(Options options) {
    if (options.rest().size() != 1) {
      return new Wrong("it takes one reader, HOST or HOST:PORT");
    }
    Matcher address = ADDRESS.matcher(options.rest().getFirst());
    if (!address.matches()) {
      return new Wrong("\"" + options.rest().getFirst() + "\" is no HOST or HOST:PORT");
    }
    Optional<String> bad = options.badNumber("--seconds", "--session", "--departed");
    if (bad.isPresent()) {
      return new Wrong(bad.get());
    }
    DeviceId name = new DeviceId(options.value("--name").orElse("reader-1"));
    Duration departed = Duration.ofSeconds(options.number("--departed").orElse(10));
    return new Asked(
        settings(options, name, address),
        points(options.all("--door"), name),
        rules(departed),
        options.number("--seconds").isPresent()
            ? Duration.ofSeconds(options.number("--seconds").getAsInt())
            : Duration.ofDays(10_000),
        options.has("--json"),
        options.has("--reads"),
        options.value("--record").map(Path::of));
  }

  private static ReaderSettings settings(Options options, DeviceId name, Matcher address) {
    Optional<String> port = Optional.ofNullable(address.group(3));
    boolean tls =
        options.has("--tls")
            || options.value("--trust").isPresent()
            || "llrps".equals(address.group(1))
            || port.equals(Optional.of(String.valueOf(ReaderSettings.PORT_TLS)));
    int usual = tls ? ReaderSettings.PORT_TLS : ReaderSettings.PORT;
    String host = address.group(2).replaceAll("[\\[\\]]", "");
    ReaderSettings settings =
        ReaderSettings.of(name, host, port.map(Integer::parseInt).orElse(usual))
            .radio(
                antennas(options.value("--antennas")),
                options
                    .value("--power")
                    .map(p -> Map.of(0, decimal("--power", p)))
                    .orElse(Map.of()),
                options.number("--session"))
            .floor(
                options
                    .value("--rssi-floor")
                    .map(p -> Map.of(0, decimal("--rssi-floor", p)))
                    .orElse(Map.of()));
    return tls
        ? settings.secured(new ReaderSettings.Tls(options.value("--trust").map(Path::of)))
        : settings;
  }

  private static List<Integer> antennas(Optional<String> given) {
    List<Integer> antennas = new ArrayList<>();
    for (String word : given.map(text -> text.split(",", -1)).orElse(new String[0])) {
      antennas.add(antenna("--antennas", word));
    }
    return antennas;
  }

  private static int antenna(String option, String word) {
    if (!word.strip().matches("[1-9]\\d{0,3}")) {
      throw new IllegalArgumentException(
          option + " takes antennas from 1 on, not \"" + word + "\"");
    }
    return Integer.parseInt(word.strip());
  }

  private static double decimal(String option, String word) {
    if (!word.matches("-?\\d{1,3}(\\.\\d{1,2})?")) {
      throw new IllegalArgumentException(option + " takes a number of dBm, not \"" + word + "\"");
    }
    return Double.parseDouble(word);
  }

  private static ReadPoints points(List<String> doors, DeviceId reader) {
    ReadPoints.Builder points = ReadPoints.builder().unconfiguredAreOwnPlaces(HERE);
    int number = 0;
    for (String door : doors) {
      number++;
      String[] sides = door.split(":", -1);
      if (sides.length != 2) {
        throw new IllegalArgumentException("--door takes OUT:IN, not \"" + door + "\"");
      }
      Place place = new Place(HERE, new LocationCode("DOOR-" + number));
      points.antenna(
          reader, antenna("--door", sides[0]), new ReadPoint(place, ReadPoint.Role.PORTAL_OUTSIDE));
      points.antenna(
          reader, antenna("--door", sides[1]), new ReadPoint(place, ReadPoint.Role.PORTAL_INSIDE));
    }
    return points.build();
  }

  private static TagRules rules(Duration departed) {
    TagRules usual = TagRules.standard();
    PresenceRules p = usual.presence();
    return new TagRules(
        usual.window(),
        new PresenceRules(
            p.betterDb(),
            p.slopeDbPerMs(),
            p.holdoff(),
            p.minReads(),
            p.steady(),
            departed,
            p.forgottenAfter(),
            p.maxTags()),
        usual.doors());
  }
}
