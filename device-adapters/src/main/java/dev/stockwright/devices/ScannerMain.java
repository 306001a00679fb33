package dev.stockwright.devices;

import dev.stockwright.devices.tryout.ScannerCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `stockwright scanner`: tries out a serial scanner and finds its settings.
public final class ScannerMain {
  private ScannerMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(ScannerCommand.run(List.of(args), System.in, out, System.err));
  }
}
