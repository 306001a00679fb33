package dev.stockwright.simulator.stack;

import dev.stockwright.client.Turn;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/// Somebody with a handheld in a JVM of its own, to be killed. Standard input: the badge and the
/// PIN
/// in one line, then a code in each line, or `point` and a tile, or `drained`. Standard output:
/// `ready` and what the card asks for, then for each code `did ID` with a `-` where nothing was
/// recorded and what the card asks for then; at the end of the input `drained` when the server has
/// everything.
public final class HandMain {
  /// Once the person is in.
  public static final String READY = "ready ";

  /// Before what came of a code.
  public static final String DID = "did ";

  /// Before a tile.
  public static final String POINT = "point ";

  /// When the server has answered all.
  public static final String DRAINED = "drained";

  private HandMain() {}

  /// Arguments: the store, the device, the server, the warehouse.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String[] who = String.valueOf(lines.readLine()).split(" ", 2);
    Hand.Device device =
        new Hand.Device(
            Path.of(arguments[0]),
            arguments[1],
            Optional.of(new WarehouseCode(arguments[3])),
            ZoneOffset.UTC);
    try (Hand hand = new Hand(device, URI.create(arguments[2]), InstantSource.system())) {
      hand.signIn(who[0], who[1]);
      out.println(READY + hand.instruction());
      for (String line = lines.readLine();
          line != null && !line.equals(DRAINED);
          line = lines.readLine()) {
        Turn turn =
            line.startsWith(POINT) ? hand.point(line.substring(POINT.length())) : hand.scan(line);
        String recorded = turn.command().map(Object::toString).orElse("-");
        out.println(DID + recorded + " " + hand.instruction());
      }
      hand.awaitQuiet();
      out.println(DRAINED);
    }
  }
}
