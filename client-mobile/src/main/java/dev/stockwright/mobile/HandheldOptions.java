package dev.stockwright.mobile;

import dev.stockwright.devices.command.NamedAddress;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the handheld is started with on a JVM.
///
/// @param server without a path, such as `http://localhost:8080`; absent: the one that the device
///     is paired with
/// @param folder where this device keeps its name and its work
/// @param device absent: a name that is made once and kept in `folder`
/// @param warehouse absent: the first one in which the person may work
/// @param reader of RFID tags, in the network
record HandheldOptions(
    Optional<URI> server,
    Path folder,
    Optional<DeviceId> device,
    Optional<WarehouseCode> warehouse,
    Optional<NamedAddress> reader,
    Size size) {
  private static final Set<String> VALUED =
      Set.of("--server", "--data", "--device", "--warehouse", "--reader", "--size");

  static final String HELP =
      """
      Usage: stockwright handheld [OPTIONS]

      The handheld in a phone-shaped window: scan, receive, put away, pick, count, move, transfer.
      A scanner that types (keyboard wedge) works at once. Needs a display.

        --server URL      the server, such as http://localhost:8080; without it, the one that
                          the device is paired with, and at first it asks for a pairing code
        --data DIR        where this device keeps its work until the server has it
                          (default: the user's own data folder)
        --device NAME     the name of this device (default: made once, kept in DIR)
        --warehouse CODE  where this device belongs (default: the person's first warehouse)
        --reader READER   an RFID reader to count with, as HOST, HOST:PORT or NAME=HOST:PORT
                          (LLRP, usual port 5084)
        --size WxH        of the window, such as 360x720 (default) or 320x533
        --help            this text
      """;

  /// What came of reading the arguments.
  sealed interface Read {}

  record Start(HandheldOptions options) implements Read {}

  record Help() implements Read {}

  /// Of the window.
  record Size(double width, double height) {}

  /// @param sentence what is wrong and what to do
  record Wrong(String sentence) implements Read {}

  static Read read(String[] arguments, Map<String, String> environment, Path home, String os) {
    return read(arguments, folder(environment, home, os.toLowerCase(Locale.ROOT)));
  }

  /// @param folder where it keeps its work if nobody says otherwise
  static Read read(String[] arguments, Path folder) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    HandheldOptions options = usual(folder);
    while (!rest.isEmpty()) {
      String name = rest.pop();
      if (name.equals("--help") || name.equals("-h")) {
        return new Help();
      }
      if (!VALUED.contains(name)) {
        return new Wrong("handheld does not know \"" + name + "\"; try handheld --help");
      }
      if (rest.isEmpty() || rest.peek().isBlank()) {
        return new Wrong(name + " needs a value; try handheld --help");
      }
      try {
        options = options.with(name, rest.pop());
      } catch (InvalidValue e) {
        return new Wrong(e.getMessage() + "; try handheld --help");
      }
    }
    return new Start(options);
  }

  private static HandheldOptions usual(Path folder) {
    return new HandheldOptions(
        Optional.empty(),
        folder,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Size(360, 720));
  }

  private HandheldOptions with(String name, String value) {
    return switch (name) {
      case "--server" ->
          new HandheldOptions(Optional.of(server(value)), folder, device, warehouse, reader, size);
      case "--data" -> new HandheldOptions(server, Path.of(value), device, warehouse, reader, size);
      case "--device" ->
          new HandheldOptions(
              server, folder, Optional.of(new DeviceId(value)), warehouse, reader, size);
      case "--warehouse" ->
          new HandheldOptions(
              server, folder, device, Optional.of(new WarehouseCode(value)), reader, size);
      case "--reader" ->
          new HandheldOptions(
              server, folder, device, warehouse, Optional.of(readerAt(value)), size);
      default -> new HandheldOptions(server, folder, device, warehouse, reader, sized(value));
    };
  }

  private static NamedAddress readerAt(String value) {
    return switch (NamedAddress.read("reader", ReaderSettings.PORT, List.of(value))) {
      case NamedAddress.Reading.Read read -> read.addresses().get(0);
      case NamedAddress.Reading.Wrong wrong ->
          throw new InvalidValue("invalid_reader", wrong.sentence());
    };
  }

  private static Size sized(String value) {
    int x = value.indexOf('x');
    try {
      double wide = Integer.parseInt(value.substring(0, Math.max(0, x)));
      double high = Integer.parseInt(value.substring(x + 1));
      if (wide >= 320 && wide <= 4_000 && high >= 480 && high <= 4_000) {
        return new Size(wide, high);
      }
    } catch (NumberFormatException notOne) {
      // Said below.
    }
    throw new InvalidValue(
        "invalid_size", "\"" + value + "\" is no size; write it like 360x720, at least 320x480");
  }

  private static URI server(String text) {
    try {
      URI uri = URI.create(text);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException notOne) {
      // Said below.
    }
    throw new InvalidValue(
        "invalid_server", "\"" + text + "\" is no server; write it like http://localhost:8080");
  }

  /// Where programs of this user keep what they must not lose.
  private static Path folder(Map<String, String> environment, Path home, String os) {
    if (os.startsWith("mac")) {
      return home.resolve("Library")
          .resolve("Application Support")
          .resolve("Stockwright")
          .resolve("handheld");
    }
    String shared =
        environment.getOrDefault(os.startsWith("windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME", "");
    Path base = shared.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(shared);
    return base.resolve("stockwright").resolve("handheld");
  }
}
