package dev.stockwright.devices.simulated;

import dev.stockwright.devices.command.Options;
import dev.stockwright.devices.scanner.VisibleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// `stockwright simulate scanner`: writes codes to a serial port as a scanner would.
public final class SimulateScanner {
  private static final String HELP =
      """
      Usage: stockwright simulate scanner --to PATH [--code TEXT ...] [--from FILE] [--every MS]
                                  [--ending cr|lf|crlf|tab|stx_etx|none] [--prefix TEXT]
                                  [--suffix TEXT] [--gs TEXT] [--times N]

      Writes codes to a serial port, marked as simulated in what it prints. Without --code and
      --from each line of standard input is a code. {GS} stands for the separator 0x1D; an AIM
      identifier is sent where the code begins with one.

        --to PATH      the port, such as one end of a pair that socat has made:
                       socat PTY,link=/tmp/scanner,raw,echo=0 PTY,link=/tmp/gun,raw,echo=0
        --code TEXT    a code; may be given several times
        --from FILE    one code a line
        --every MS     the pause between two codes (default 1000)
        --times N      all codes N times (default 1)
        --ending E     what ends a scan (default cr)
        --prefix, --suffix TEXT   what stands around a code
        --gs TEXT      what is sent for {GS}, "" to drop it
        --help         this text

      Exit codes: 0 sent, 2 wrong use, 3 the port is not there.
      """;

  private static final Map<String, String> ENDINGS =
      Map.of("cr", "\r", "lf", "\n", "crlf", "\r\n", "tab", "\t", "stx_etx", "\u0003", "none", "");

  private final Options options;
  private final PrintStream out;

  private SimulateScanner(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// Runs the command; see [dev.stockwright.devices.SimulateMain].
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    return run(arguments, System.in, out, err);
  }

  static int run(List<String> arguments, InputStream input, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    return switch (Options.read(
        arguments,
        Set.of(),
        Set.of(
            "--to",
            "--code",
            "--from",
            "--every",
            "--times",
            "--ending",
            "--prefix",
            "--suffix",
            "--gs"))) {
      case Options.Reading.Wrong(String sentence) -> wrong(err, sentence);
      case Options.Reading.Read(Options options) -> {
        Optional<String> fault = fault(options);
        yield fault.isPresent()
            ? wrong(err, fault.get())
            : new SimulateScanner(options, out).send(input, err);
      }
    };
  }

  private static Optional<String> fault(Options options) {
    if (options.value("--to").isEmpty() || !options.rest().isEmpty()) {
      return Optional.of("say --to PATH");
    }
    if (!ENDINGS.containsKey(options.value("--ending").orElse("cr"))) {
      return Optional.of("--ending is one of cr, lf, crlf, tab, stx_etx, none");
    }
    return options.badNumber("--every", "--times");
  }

  private static int wrong(PrintStream err, String sentence) {
    err.println("simulate scanner: " + sentence + "; try stockwright simulate scanner --help");
    return 2;
  }

  private int send(InputStream input, PrintStream err) throws InterruptedException {
    Path to = Path.of(options.value("--to").orElseThrow());
    try (OutputStream line = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
      List<String> codes = codes();
      long sent = codes.isEmpty() ? sendLines(input, line) : sendAll(codes, line);
      out.println("Simulated scanner: " + sent + " codes sent to " + to + ".");
      return 0;
    } catch (NoSuchFileException e) {
      err.println("There is no " + e.getFile() + ". Make it first, for example with socat.");
      return 3;
    } catch (IOException e) {
      err.println("The port " + to + " is gone (" + e.getMessage() + "). Make it again.");
      return 3;
    }
  }

  private List<String> codes() throws IOException {
    List<String> codes = new ArrayList<>(options.all("--code"));
    for (String file : options.all("--from")) {
      codes.addAll(Files.readAllLines(Path.of(file), StandardCharsets.UTF_8));
    }
    return codes;
  }

  private long sendAll(List<String> codes, OutputStream line)
      throws IOException, InterruptedException {
    long pause = options.number("--every").orElse(1000);
    long sent = 0;
    for (int time = options.number("--times").orElse(1); time > 0; time--) {
      for (Iterator<String> left = codes.iterator(); left.hasNext(); ) {
        send(left.next(), line);
        sent++;
        if (left.hasNext() || time > 1) {
          TimeUnit.MILLISECONDS.sleep(pause);
        }
      }
    }
    return sent;
  }

  private long sendLines(InputStream input, OutputStream line) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    long sent = 0;
    for (String code = in.readLine(); code != null; code = in.readLine()) {
      send(code, line);
      sent++;
    }
    return sent;
  }

  private void send(String code, OutputStream line) throws IOException {
    String ending = ENDINGS.getOrDefault(options.value("--ending").orElse("cr"), "\r");
    String text =
        (ending.equals("\u0003") ? "\u0002" : "")
            + options.value("--prefix").orElse("")
            + code.replace("{GS}", options.value("--gs").orElse("\u001d"))
            + options.value("--suffix").orElse("")
            + ending;
    line.write(text.getBytes(StandardCharsets.UTF_8));
    line.flush();
    out.println(
        "%s simulated scan: %s"
            .formatted(
                InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS),
                VisibleText.of(code)));
  }
}
