package dev.stockwright.devices.recording;

import java.io.PrintStream;
import java.util.List;

/// `stockwright simulate replay`.
public final class SimulateReplay {
  private SimulateReplay() {}

  /// Runs the command; see [dev.stockwright.devices.SimulateMain].
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    err.println("not built yet: " + arguments);
    return 2;
  }
}
