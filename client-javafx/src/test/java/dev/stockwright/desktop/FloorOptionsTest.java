package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.devices.command.NamedAddress;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorOptionsTest {
  private static final Path HOME = Path.of("/home/ines");

  @Test
  void withoutArgumentsADeskWorksWithTheServerOfThisMachine() {
    FloorOptions options =
        started(Map.of("XDG_DATA_HOME", "/srv/data", "LOCALAPPDATA", "/srv/data"));
    assertEquals(URI.create("http://localhost:8080"), options.server());
    assertEquals(Optional.empty(), options.device());
    assertEquals(9600, options.baud());
  }

  @Test
  void everyArgumentIsRead() {
    FloorOptions options =
        started(
            Map.of(),
            "--server",
            "https://stock.example:8443",
            "--data",
            "/var/desk",
            "--device",
            "DESK-7",
            "--warehouse",
            "EAST",
            "--scanner",
            "/dev/ttyACM0",
            "--scanner",
            "dock-2=/dev/ttyACM1@9600",
            "--profile",
            "/etc/gun.scanner",
            "--reader",
            "192.0.2.7",
            "--reader",
            "dock=reader.example:5085",
            "--printer",
            "[2001:db8::9]:6101",
            "--baud",
            "115200",
            "--simulated-scanner",
            "--sign-in-file",
            "/run/sign-in");
    assertEquals(
        new FloorOptions(
            URI.create("https://stock.example:8443"),
            Path.of("/var/desk"),
            Optional.of(new DeviceId("DESK-7")),
            List.of("/dev/ttyACM0", "dock-2=/dev/ttyACM1@9600"),
            115_200,
            true,
            Optional.of(Path.of("/run/sign-in")),
            Optional.of(new WarehouseCode("EAST")),
            List.of(Path.of("/etc/gun.scanner")),
            List.of(
                new NamedAddress(new DeviceId("reader-1"), "192.0.2.7", 5084),
                new NamedAddress(new DeviceId("dock"), "reader.example", 5085)),
            List.of(new NamedAddress(new DeviceId("printer-1"), "2001:db8::9", 6101))),
        options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sever http://x | floor does not know \"--sever\"; try floor --help",
        "--baud 12 | \"12\" is no speed; give 300 to 4000000 baud; try floor --help",
        "--server stock | \"stock\" is no server; write it like http://localhost:8080; try floor"
            + " --help",
        "--data | --data needs a value; try floor --help",
        "--scanner 1=/dev/a --scanner 1=/dev/b | Lane 1 has two scanners, /dev/a and /dev/b. Give"
            + " each a lane of its own.; try floor --help",
        "--scanner 1=/dev/a --scanner 2=/dev/a | Lanes 1 and 2 both name /dev/a. Give each lane a"
            + " scanner of its own.; try floor --help",
        "--reader dock= | \"dock=\" is no reader; write it as HOST, HOST:PORT or NAME=HOST:PORT;"
            + " try floor --help",
        "--printer 192.0.2.9:0 | \"192.0.2.9:0\" is no printer; write it as HOST, HOST:PORT or"
            + " NAME=HOST:PORT; try floor --help",
        "--reader 192.0.2.7:99999 | \"192.0.2.7:99999\" is no reader; write it as HOST, HOST:PORT"
            + " or NAME=HOST:PORT; try floor --help",
        "--reader a=x --reader a=y | two devices are called a; give each reader a name of its own;"
            + " try floor --help",
        "--reader a=x --printer a=y | two devices are called a; give each a name of its own; try"
            + " floor --help",
        "--reader scanner-1=x | \"scanner-1\" is a name of scanners; call the device otherwise; try"
            + " floor --help"
      })
  void aWrongArgumentIsSaidInASentence(String arguments, String sentence) {
    assertEquals(
        new FloorOptions.Read.Wrong(sentence),
        FloorOptions.read(arguments.split(" "), Map.of(), HOME));
  }

  @Test
  void readersWithoutANameGetTheNextFreeNumber() {
    FloorOptions options =
        started(Map.of(), "--reader", "a", "--reader", "reader-1=b", "--reader", "c");
    assertEquals(
        List.of("reader-2", "reader-1", "reader-3"),
        options.readers().stream().map(reader -> reader.name().code()).toList());
  }

  @Test
  void helpNamesEveryOption() {
    assertInstanceOf(
        FloorOptions.Read.Help.class,
        FloorOptions.read(new String[] {"--scanner", "x", "--help"}, Map.of(), HOME));
  }

  @ParameterizedTest
  @CsvSource({
    "linux, '', /home/ines/.local/share/stockwright/floor",
    "linux, /srv, /srv/stockwright/floor",
    "mac os x, /srv, /home/ines/Library/Application Support/Stockwright"
  })
  void theFolderIsWhereTheSystemKeepsWhatAUserMustNotLose(String os, String xdg, String folder) {
    assertEquals(Path.of(folder), FloorOptions.usualFolder(Map.of("XDG_DATA_HOME", xdg), HOME, os));
  }

  private static FloorOptions started(Map<String, String> environment, String... arguments) {
    return assertInstanceOf(
            FloorOptions.Read.Start.class, FloorOptions.read(arguments, environment, HOME))
        .options();
  }
}
