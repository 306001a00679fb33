package dev.stockwright.devices;

import dev.stockwright.devices.labels.simulated.SimulatePrinter;
import dev.stockwright.devices.llrp.simulated.SimulateReader;
import dev.stockwright.devices.recording.SimulateReplay;
import dev.stockwright.devices.scales.SimulateScale;
import dev.stockwright.devices.simulated.SimulateScanner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// `stockwright simulate`: devices that are not there, and recorded ones.
public final class SimulateMain {
  /// What can be simulated; the name in lower case is the first argument.
  private enum Device {
    SCANNER("a scanner that writes codes to a serial port", SimulateScanner::run),
    READER("an RFID reader that speaks LLRP", SimulateReader::run),
    PRINTER("a label printer that draws what it gets", SimulatePrinter::run),
    SCALE("a scale at a serial port", SimulateScale::run),
    REPLAY("a recording of a device's traffic, played again", SimulateReplay::run);

    private final String what;
    private final Command command;

    Device(String what, Command command) {
      this.what = what;
      this.command = command;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One simulation, started with the arguments behind its name.
  @FunctionalInterface
  private interface Command {
    /// Runs until it is done or interrupted.
    ///
    /// @return the exit code: 0 done, 2 wrong use, 3 the other side is not there
    int run(List<String> arguments, PrintStream out, PrintStream err)
        throws IOException, InterruptedException;
  }

  private SimulateMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(args), out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    if (arguments.isEmpty() || arguments.getFirst().matches("--help|-h")) {
      out.print(help());
      return arguments.isEmpty() ? 2 : 0;
    }
    for (Device device : Device.values()) {
      if (device.word().equals(arguments.getFirst())) {
        return device.command.run(arguments.subList(1, arguments.size()), out, err);
      }
    }
    err.println(
        "simulate does not know \"" + arguments.getFirst() + "\"; try stockwright simulate --help");
    return 2;
  }

  private static String help() {
    StringBuilder help = new StringBuilder("Usage: stockwright simulate DEVICE [OPTIONS]\n\n");
    for (Device device : Device.values()) {
      help.append("  %-9s %s%n".formatted(device.word(), device.what));
    }
    return help.append("\nstockwright simulate DEVICE --help tells the options.\n").toString();
  }
}
