package dev.stockwright.simulator.stack;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// A floor post to be killed. Standard input: a line with user and password, then a scan a line.
/// Standard output: `ready`, then for each scan `accepted ID` or `said SIGNAL HEADLINE`; at the end
/// of the input `drained` when the server has everything.
public final class ScanClientMain {
  /// Once the input is open for scans.
  public static final String READY = "ready";

  /// Before the id of a command that is on the disk.
  public static final String ACCEPTED = "accepted ";

  /// When the server has answered all.
  public static final String DRAINED = "drained";

  private ScanClientMain() {}

  /// Arguments: the store, the device, the server, the warehouse.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String[] who = String.valueOf(lines.readLine()).split(" ", 2);
    DeviceId device = new DeviceId(arguments[1]);
    InstantSource clock = InstantSource.system();
    try (FloorPost post =
        new FloorPost(
            new FloorPost.Place(
                Path.of(arguments[0]),
                device,
                URI.create(arguments[2]),
                new WarehouseCode(arguments[3])),
            new Credentials.Password(who[0], who[1]),
            (scan, outcome) ->
                out.println(
                    outcome
                        .command()
                        .map(id -> ACCEPTED + id)
                        .orElse("said " + outcome.signal() + " " + outcome.headline())))) {
      out.println(READY);
      for (String line = lines.readLine();
          line != null && !line.equals(DRAINED);
          line = lines.readLine()) {
        post.scanned(Scan.ofText(line, device, clock.instant()));
      }
      post.awaitSent(Duration.ofSeconds(60));
      out.println(DRAINED);
    }
  }
}
