package dev.stockwright.devices.scales;

import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.serial.SerialLine;
import dev.stockwright.devices.serial.SerialSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `stockwright simulate scale`: a scale at the other end of a serial line.
public final class SimulateScale {
  public static final String HELP =
      """
      Usage: stockwright simulate scale --to PATH [--baud N] [--weight "1.240 kg"]

      A simulated scale (MT-SICS) at a serial line. Each line of standard input changes what lies on
      it: a weight such as "1.240 kg" (it moves for three answers), "over", "under", "silent"; "quit"
      ends it.

        --to PATH     the serial port, such as one end of: socat PTY,link=a,raw,echo=0 PTY,link=b,...
        --baud N      bits a second (9600)
        --weight W    what lies on it at first (0.000 kg)
      """;

  private static final Pattern WEIGHT =
      Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,4}))? ?(g|kg|lb|oz)");
  private static final int MOVING = 3;

  private SimulateScale() {}

  /// @return 0, or 2 when it is called wrongly, or 3 when the line cannot be opened
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    return run(arguments, System.in, out, err);
  }

  static int run(List<String> arguments, InputStream input, PrintStream out, PrintStream err)
      throws IOException {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    String path = "";
    int baud = 9600;
    Optional<Weight> first = Optional.of(new Weight(0, 3, WeightUnit.KILOGRAM));
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (arguments.get(i)) {
        case "--to" -> path = value;
        case "--baud" -> baud = value.matches("\\d{3,7}") ? Integer.parseInt(value) : 0;
        case "--weight" -> first = weight(value);
        default -> path = "";
      }
    }
    if (path.isEmpty() || first.isEmpty() || baud < 300 || baud > 4_000_000) {
      err.println("simulate scale is called wrongly; try simulate scale --help");
      return 2;
    }
    SimulatedScale scale = new SimulatedScale();
    scale.put(first.get(), 0);
    try {
      var link = SerialLine.at(SerialSettings.of(path).withBaud(baud), "line").open();
      Thread serving =
          Thread.ofPlatform()
              .daemon()
              .name("simulated-scale")
              .start(
                  () -> {
                    try {
                      scale.serve(link);
                    } catch (InterruptedException e) {
                      link.close();
                    }
                  });
      out.println("SIMULATED scale at " + path + " with " + first.get());
      out.flush();
      return listen(scale, serving, input, out, err);
    } catch (LinkGone | InterruptedException e) {
      err.println(e.getMessage());
      return 3;
    }
  }

  private static int listen(
      SimulatedScale scale, Thread serving, InputStream input, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    BufferedReader in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.strip()) {
        case "over" -> scale.overload();
        case "under" -> scale.underload();
        case "silent" -> scale.silent();
        case "quit" -> {
          return 0;
        }
        default -> {
          Optional<Weight> weight = weight(line.strip());
          if (weight.isEmpty()) {
            err.println("not a weight such as 1.240 kg, nor over, under, silent, quit: " + line);
          }
          weight.ifPresent(w -> scale.put(w, MOVING));
        }
      }
      out.println("SIMULATED scale: " + line.strip());
      out.flush();
    }
    serving.join();
    return 0;
  }

  private static Optional<Weight> weight(String text) {
    Matcher read = WEIGHT.matcher(text);
    if (!read.matches()) {
      return Optional.empty();
    }
    String fraction = Optional.ofNullable(read.group(2)).orElse("");
    return WeightUnit.of(read.group(3))
        .map(u -> new Weight(Long.parseLong(read.group(1) + fraction), fraction.length(), u));
  }
}
