package dev.stockwright.devices.labels.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// `stockwright simulate printer`: a label printer at a TCP port that draws what it gets.
public final class SimulatePrinter {
  public static final String HELP =
      """
      Usage: stockwright simulate printer [--port 9100] [--bind 127.0.0.1] [--folder DIR]
                                          [--seconds-a-label N] [--fault NAME]

      A simulated label printer (ZPL over TCP). It draws each label as a PNG into the folder, with its
      ZPL beside it, and answers ~HS. Each line of standard input gives it a fault or takes it away:
      ok, paper-out, paper-out-silent, head-open, paused, silent, drops; "quit" ends it.

        --port N              where it listens (9100)
        --bind ADDRESS        on which address (127.0.0.1: this machine only)
        --folder DIR          where the labels go (none: nowhere)
        --seconds-a-label N   how slow it is (0)
        --fault NAME          what it suffers from at first (ok)
      """;

  private SimulatePrinter() {}

  private record Options(
      int port, String bind, Optional<Path> folder, Duration labelTime, Fault fault) {}

  /// @return 0, or 2 when it is called wrongly, or 3 when the port is taken
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    return run(arguments, System.in, out, err);
  }

  static int run(List<String> arguments, InputStream input, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    Optional<Options> options = options(arguments);
    if (options.isEmpty()) {
      err.println("simulate printer is called wrongly; try simulate printer --help");
      return 2;
    }
    Options o = options.get();
    InetSocketAddress address = new InetSocketAddress(o.bind(), o.port());
    try (SimulatedPrinter printer =
        SimulatedPrinter.start(address, o.folder(), o.labelTime(), l -> tell(l, o, out))) {
      printer.suffer(o.fault());
      out.println("SIMULATED printer at " + o.bind() + ":" + printer.port());
      out.flush();
      listen(printer, input, out, err);
      return 0;
    } catch (BindException e) {
      err.println("Port " + o.port() + " of " + o.bind() + " is taken. Give another with --port.");
      return 3;
    }
  }

  private static Optional<Options> options(List<String> arguments) {
    Options options = new Options(9100, "127.0.0.1", Optional.empty(), Duration.ZERO, Fault.OK);
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      boolean number = value.matches("\\d{1,5}");
      Optional<Fault> fault = Fault.of(value);
      boolean good =
          switch (arguments.get(i)) {
            case "--port" -> number && Integer.parseInt(value) <= 65_535;
            case "--seconds-a-label" -> number;
            case "--fault" -> fault.isPresent();
            case "--bind", "--folder" -> !value.isEmpty();
            default -> false;
          };
      if (!good) {
        return Optional.empty();
      }
      options = with(options, arguments.get(i), value);
    }
    return Optional.of(options);
  }

  private static Options with(Options o, String name, String value) {
    return new Options(
        name.equals("--port") ? Integer.parseInt(value) : o.port(),
        name.equals("--bind") ? value : o.bind(),
        name.equals("--folder") ? Optional.of(Path.of(value)) : o.folder(),
        name.equals("--seconds-a-label")
            ? Duration.ofSeconds(Integer.parseInt(value))
            : o.labelTime(),
        name.equals("--fault") ? Fault.of(value).orElse(o.fault()) : o.fault());
  }

  private static void tell(PrintedLabel label, Options options, PrintStream out) {
    String where =
        options.folder().map(f -> " " + f.resolve("%04d.png".formatted(label.number()))).orElse("");
    String not =
        label.picture().notShown().isEmpty()
            ? ""
            : ", not shown: " + String.join(" ", label.picture().notShown());
    String off =
        label.picture().offEdge().isEmpty()
            ? ""
            : ", OFF THE EDGE: " + String.join("; ", label.picture().offEdge());
    out.println(
        "SIMULATED label %d, %dx%d dots, %d copies%s%s%s"
            .formatted(
                label.number(),
                label.picture().width(),
                label.picture().height(),
                label.picture().copies(),
                where,
                not,
                off));
    out.flush();
  }

  private static void listen(
      SimulatedPrinter printer, InputStream input, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    BufferedReader in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String word = line.strip();
      if (word.equals("quit")) {
        return;
      }
      Optional<Fault> fault = Fault.of(word);
      if (fault.isEmpty()) {
        err.println(
            "not one of quit, "
                + Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", ")));
      }
      fault.ifPresent(printer::suffer);
      fault.ifPresent(f -> out.println("SIMULATED printer: " + f.word()));
      out.flush();
    }
    // Nobody talks to it any more; it prints until it is ended.
    new CountDownLatch(1).await();
  }
}
