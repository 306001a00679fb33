package dev.stockwright.devices.recording;

import dev.stockwright.devices.command.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/// `stockwright simulate replay`: sends what a recorded device sent.
public final class SimulateReplay {
  private static final String HELP =
      """
      Usage: stockwright simulate replay FILE (--to PATH|HOST:PORT | --listen PORT)
                                 [--device NAME] [--direction in|out] [--no-delay]

      Sends what the device sent when FILE was recorded, with the same pauses. It plays a simulated
      device; no real one is connected.

        --to PATH          writes to a serial port or another file that exists
        --to HOST:PORT     connects there
        --listen PORT      waits on this machine for one connection
        --device NAME      only the lines of this device
        --direction in     what the device sent (default); out: what was sent to it
        --no-delay         without the pauses
        --help             this text

      Exit codes: 0 played, 2 wrong use, 3 the other side or the file is not there.
      """;

  private SimulateReplay() {}

  /// Runs the command; see [dev.stockwright.devices.SimulateMain].
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    return switch (Options.read(
        arguments, Set.of("--no-delay"), Set.of("--to", "--listen", "--device", "--direction"))) {
      case Options.Reading.Wrong(String sentence) -> wrong(err, sentence);
      case Options.Reading.Read(Options options) -> run(options, out, err);
    };
  }

  private static int wrong(PrintStream err, String sentence) {
    err.println("simulate replay: " + sentence + "; try stockwright simulate replay --help");
    return 2;
  }

  private static int run(Options options, PrintStream out, PrintStream err)
      throws InterruptedException {
    String direction = options.value("--direction").orElse("in");
    if (options.rest().size() != 1) {
      return wrong(err, "name one recording");
    }
    if (options.value("--to").isPresent() == options.value("--listen").isPresent()) {
      return wrong(err, "say either --to or --listen");
    }
    if (!direction.matches("in|out")) {
      return wrong(err, "--direction is in or out");
    }
    if (options.badNumber("--listen").isPresent()
        || options.number("--listen").orElse(0) > 65_535) {
      return wrong(err, "--listen takes a port from 0 to 65535");
    }
    if (port(options.value("--to").orElse("")) > 65_535) {
      return wrong(err, "a port is at most 65535");
    }
    Path file = Path.of(options.rest().getFirst());
    Replay replay =
        new Replay(
            file,
            bytes ->
                bytes.direction().word().equals(direction)
                    && options.value("--device").map(bytes.device()::equals).orElse(true));
    if (!Files.isReadable(file)) {
      err.println("The recording " + file + " cannot be read. Correct its name.");
      return 3;
    }
    try (OutputStream to = target(options, out)) {
      Replay.Taker taker =
          bytes -> {
            to.write(bytes.bytes());
            to.flush();
          };
      Replay.Played played =
          options.has("--no-delay") ? replay.atOnce(taker) : replay.inTime(taker);
      out.println(
          "Simulated: played %d bytes in %d pieces from %s."
              .formatted(played.bytes(), played.chunks(), file));
      if (played.passedOver() > 0) {
        out.println(played.passedOver() + " lines were cut or no part of a recording.");
      }
      return 0;
    } catch (NoSuchFileException e) {
      err.println("There is no port " + e.getFile() + ". Make it first, for example with socat.");
      return 3;
    } catch (IOException e) {
      err.println("The other side is gone or refuses (" + e.getMessage() + "). Start it again.");
      return 3;
    }
  }

  /// Where the bytes go; what comes back is not read.
  private static OutputStream target(Options options, PrintStream out) throws IOException {
    if (options.number("--listen").isPresent()) {
      int port = options.number("--listen").getAsInt();
      try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        out.println("Simulated: waiting for a connection at port " + server.getLocalPort() + ".");
        return outputOf(server.accept());
      }
    }
    String to = options.value("--to").orElseThrow();
    if (port(to) >= 0) {
      return outputOf(new Socket(to.substring(0, to.lastIndexOf(':')), port(to)));
    }
    return Files.newOutputStream(Path.of(to), StandardOpenOption.WRITE);
  }

  /// The port of HOST:PORT; -1 for a path.
  private static int port(String to) {
    return to.matches("[^/\\\\]+:\\d{1,5}")
        ? Integer.parseInt(to.substring(to.lastIndexOf(':') + 1))
        : -1;
  }

  private static OutputStream outputOf(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket.getOutputStream();
  }
}
