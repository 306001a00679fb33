package dev.stockwright.devices.simulated;

import java.io.PrintStream;
import java.util.List;

/// `stockwright simulate scanner`.
public final class SimulateScanner {
  private SimulateScanner() {}

  /// Runs the command; see [dev.stockwright.devices.SimulateMain].
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    err.println("not built yet: " + arguments);
    return 2;
  }
}
