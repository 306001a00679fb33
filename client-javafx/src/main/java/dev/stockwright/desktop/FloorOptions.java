package dev.stockwright.desktop;

import dev.stockwright.devices.command.NamedAddress;
import dev.stockwright.devices.labels.ZplPrinter;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.scanner.LaneList;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the floor app is started with.
///
/// @param server without a path, such as `http://localhost:8080`
/// @param folder where this desk keeps its name and its work
/// @param device absent: a name that is made once and kept in `folder`
/// @param scanners `LANE=PATH[@BAUD]`, or a serial port alone, which gets the next free lane
/// @param baud bits a second of those that do not say it
/// @param signInFile holds a user and a password; removed as soon as it was read
/// @param warehouse absent: the first one in which the person may work
/// @param profiles files of scanner profiles
/// @param readers RFID readers
/// @param printers label printers; labels go to the first one
public record FloorOptions(
    URI server,
    Path folder,
    Optional<DeviceId> device,
    List<String> scanners,
    int baud,
    boolean simulatedScanner,
    Optional<Path> signInFile,
    Optional<WarehouseCode> warehouse,
    List<Path> profiles,
    List<NamedAddress> readers,
    List<NamedAddress> printers) {
  static final String HELP =
      """
      Usage: stockwright floor [OPTIONS]

      The floor app of a desk: receiving with scanners, live stock. Needs a display.

        --server URL          the server (default http://localhost:8080)
        --data DIR            where this desk keeps its work until the server has it
                              (default: the user's own data folder)
        --device NAME         the name of this desk (default: made once, kept in DIR)
        --warehouse CODE      where this desk stands (default: the person's first warehouse)
        --scanner [LANE=]PATH[@BAUD]
                              a serial scanner, such as /dev/ttyACM0, COM3 or 2=COM4@115200; may
                              be repeated; without a lane it gets the next free number
        --baud N              speed of the serial scanners that say none (default 9600)
        --profile FILE        a scanner profile as written by "stockwright scanner"; may be repeated
        --reader [NAME=]HOST[:PORT]
                              an RFID reader over LLRP (port 5084), such as dock=192.0.2.7; may be
                              repeated; without a name it is reader-1, reader-2 ...
        --printer [NAME=]HOST[:PORT]
                              a ZPL label printer (port 9100) with labels of 100x50 mm; may be
                              repeated; labels go to the first one
        --simulated-scanner   offers codes to scan; marked as simulated
        --sign-in-file FILE   {"user": "...", "password": "..."}, readable by its owner only;
                              read once and removed
        --help                this text
      """;

  public FloorOptions {
    scanners = List.copyOf(scanners);
    profiles = List.copyOf(profiles);
    readers = List.copyOf(readers);
    printers = List.copyOf(printers);
  }

  /// Without files of profiles, readers and printers.
  public FloorOptions(
      URI server,
      Path folder,
      Optional<DeviceId> device,
      List<String> scanners,
      int baud,
      boolean simulatedScanner,
      Optional<Path> signInFile,
      Optional<WarehouseCode> warehouse) {
    this(
        server,
        folder,
        device,
        scanners,
        baud,
        simulatedScanner,
        signInFile,
        warehouse,
        List.of(),
        List.of(),
        List.of());
  }

  /// Options for a desk at `server` that keeps its work in `folder`, and nothing else.
  public static FloorOptions of(URI server, Path folder) {
    return new FloorOptions(
        server,
        folder,
        Optional.empty(),
        List.of(),
        9600,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /// What came of reading the arguments.
  sealed interface Read {
    record Start(FloorOptions options) implements Read {}

    record Help() implements Read {}

    /// @param sentence what is wrong and what to do
    record Wrong(String sentence) implements Read {}
  }

  static Read read(String[] arguments, Map<String, String> environment, Path home) {
    try {
      return new Reader(arguments).read(usualFolder(environment, home, osName()));
    } catch (Misused e) {
      return new Read.Wrong(e.getMessage() + "; try floor --help");
    }
  }

  private static String osName() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /// Where programs of this user keep what they must not lose.
  static Path usualFolder(Map<String, String> environment, Path home, String os) {
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Stockwright");
    }
    String shared =
        environment.getOrDefault(os.startsWith("windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME", "");
    Path base = shared.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(shared);
    return base.resolve("stockwright").resolve("floor");
  }

  /// Arguments that cannot be meant.
  private static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    Misused(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    @Override
    public String getMessage() {
      return sentence;
    }
  }

  /// Goes through the arguments once.
  private static final class Reader {
    private final Deque<String> rest;
    private final List<String> scanners = new ArrayList<>();
    private final List<Path> profiles = new ArrayList<>();
    private final List<String> readers = new ArrayList<>();
    private final List<String> printers = new ArrayList<>();
    private URI server = URI.create("http://localhost:8080");
    private Optional<Path> folder = Optional.empty();
    private Optional<DeviceId> device = Optional.empty();
    private int baud = 9600;
    private boolean simulated;
    private Optional<Path> signInFile = Optional.empty();
    private Optional<WarehouseCode> warehouse = Optional.empty();

    Reader(String[] arguments) {
      rest = new ArrayDeque<>(List.of(arguments));
    }

    Read read(Path usualFolder) {
      while (!rest.isEmpty()) {
        String name = rest.pop();
        switch (name) {
          case "--help", "-h" -> {
            return new Read.Help();
          }
          case "--server" -> server = server(value(name));
          case "--data" -> folder = Optional.of(Path.of(value(name)));
          case "--device" -> device = Optional.of(device(value(name)));
          case "--warehouse" -> warehouse = Optional.of(warehouse(value(name)));
          case "--scanner" -> scanners.add(value(name));
          case "--profile" -> profiles.add(Path.of(value(name)));
          case "--reader" -> readers.add(value(name));
          case "--printer" -> printers.add(value(name));
          case "--baud" -> baud = baud(value(name));
          case "--simulated-scanner" -> simulated = true;
          case "--sign-in-file" -> signInFile = Optional.of(Path.of(value(name)));
          default -> throw new Misused("floor does not know \"" + name + "\"");
        }
      }
      checkScanners();
      List<NamedAddress> readersAt = addresses("reader", ReaderSettings.PORT, readers);
      List<NamedAddress> printersAt = addresses("printer", ZplPrinter.PORT, printers);
      checkNames(readersAt, printersAt);
      return new Read.Start(
          new FloorOptions(
              server,
              folder.orElse(usualFolder),
              device,
              scanners,
              baud,
              simulated,
              signInFile,
              warehouse,
              profiles,
              readersAt,
              printersAt));
    }

    private static List<NamedAddress> addresses(String kind, int port, List<String> words) {
      return switch (NamedAddress.read(kind, port, words)) {
        case NamedAddress.Reading.Read(List<NamedAddress> addresses) -> addresses;
        case NamedAddress.Reading.Wrong(String sentence) -> throw new Misused(sentence);
      };
    }

    /// A name stands for one device of the desk, whatever its kind.
    private static void checkNames(List<NamedAddress> readers, List<NamedAddress> printers) {
      List<DeviceId> names = readers.stream().map(NamedAddress::name).toList();
      for (NamedAddress printer : printers) {
        if (names.contains(printer.name())) {
          throw new Misused(
              "two devices are called " + printer.name() + "; give each a name of its own");
        }
      }
      Stream.concat(readers.stream(), printers.stream())
          .map(device -> device.name().code())
          .filter(name -> name.equals("keyboard") || name.contains("scanner"))
          .findFirst()
          .ifPresent(
              name -> {
                throw new Misused(
                    "\"" + name + "\" is a name of scanners; call the device otherwise");
              });
    }

    private void checkScanners() {
      List<String> ports =
          scanners.stream().filter(word -> !word.endsWith(LaneList.PROFILE_ENDING)).toList();
      if (LaneList.read(ports, _ -> Optional.empty())
          instanceof LaneList.Reading.Wrong(List<String> sentences)) {
        throw new Misused(String.join(" ", sentences));
      }
    }

    private String value(String name) {
      if (rest.isEmpty() || rest.peek().isBlank()) {
        throw new Misused(name + " needs a value");
      }
      return rest.pop();
    }

    private static URI server(String text) {
      try {
        URI uri = URI.create(text);
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (http && uri.getHost() != null) {
          return uri;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      throw new Misused("\"" + text + "\" is no server; write it like http://localhost:8080");
    }

    private static DeviceId device(String text) {
      try {
        return new DeviceId(text);
      } catch (InvalidValue e) {
        throw new Misused(String.valueOf(e.getMessage()));
      }
    }

    private static WarehouseCode warehouse(String text) {
      try {
        return new WarehouseCode(text);
      } catch (InvalidValue e) {
        throw new Misused(String.valueOf(e.getMessage()));
      }
    }

    private static int baud(String text) {
      if (text.matches("\\d{3,7}")) {
        int baud = Integer.parseInt(text);
        if (baud >= 300 && baud <= 4_000_000) {
          return baud;
        }
      }
      throw new Misused("\"" + text + "\" is no speed; give 300 to 4000000 baud");
    }
  }
}
