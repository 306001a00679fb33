package dev.stockwright.devices.llrp.simulated;

import dev.stockwright.devices.command.Options;
import dev.stockwright.devices.rfid.scenes.DockPhysics;
import dev.stockwright.devices.rfid.scenes.DockScene;
import dev.stockwright.devices.rfid.scenes.DockScenes;
import dev.stockwright.devices.rfid.scenes.SceneFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `stockwright simulate reader`.
public final class SimulateReader {
  private static final String HELP =
      """
      Usage: stockwright simulate reader [OPTIONS]

      Plays an RFID reader that speaks LLRP, on this machine only, until it is interrupted. It says of
      itself that it is simulated.

        --port N       where it listens (5084); 0 for any free port
        --model NAME   impinj (4 antennas, the default) or zebra (8 antennas)
        --scene FILE   what its antennas hear: a scene file; played again and again
        --dock SEED    in place of a file: a made-up dock with two doors (outside antennas 1 and 3,
                       inside 2 and 4), with pallets in and out, and tags that lie there
        --rate N       without a scene: so many reads a second (20) ...
        --tags N       ... of so many tags (50)

      Exit codes: 0 it was interrupted, 2 wrong use, 3 the port is not free.
      """;

  private static final int WRONG_USE = 2;
  private static final int NOT_THERE = 3;
  private static final int PORT = 5084;
  private static final Duration BETWEEN_SCENES = Duration.ofSeconds(5);

  private SimulateReader() {}

  /// Runs the command; see [dev.stockwright.devices.SimulateMain].
  public static int run(List<String> words, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    if (words.contains("--help") || words.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    Options.Reading reading =
        Options.read(
            words, Set.of(), Set.of("--port", "--model", "--scene", "--dock", "--rate", "--tags"));
    return switch (reading) {
      case Options.Reading.Wrong(String sentence) -> wrong(sentence, err);
      case Options.Reading.Read(Options options) -> run(options, out, err);
    };
  }

  private static int wrong(String sentence, PrintStream err) {
    err.println("simulate reader: " + sentence + "; try stockwright simulate reader --help");
    return WRONG_USE;
  }

  private static int run(Options options, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    Optional<String> bad = options.badNumber("--port", "--dock", "--rate", "--tags");
    if (bad.isPresent()) {
      return wrong(bad.get(), err);
    }
    String name = options.value("--model").orElse("impinj");
    int port = options.number("--port").orElse(PORT);
    int rate = options.number("--rate").orElse(20);
    int tags = options.number("--tags").orElse(50);
    if (!options.rest().isEmpty() || port > 65_535 || rate < 1 || tags < 1) {
      return wrong("wrong options: " + options.rest() + ", port, rate or tags", err);
    }
    if (!name.equals("impinj") && !name.equals("zebra")) {
      return wrong("there is no model " + name, err);
    }
    Optional<DockScene> scene = Optional.empty();
    if (options.value("--scene").isPresent()) {
      switch (read(options.value("--scene").get())) {
        case SceneFile.Accepted(DockScene accepted) -> scene = Optional.of(accepted);
        case SceneFile.Refused(int line, String message) -> {
          return wrong(line == 0 ? message : "line " + line + " of the scene: " + message, err);
        }
      }
    } else if (options.number("--dock").isPresent()) {
      scene =
          Optional.of(
              DockScenes.scene(options.number("--dock").getAsInt(), DockPhysics.standard()));
    }
    ReaderModel model = name.equals("zebra") ? ReaderModel.zebra() : ReaderModel.impinj();
    try (SimulatedReader reader = new SimulatedReader(model, port)) {
      out.println("A simulated " + name + " reader listens at 127.0.0.1:" + reader.port() + ".");
      out.flush();
      if (scene.isEmpty()) {
        reader.sendAtRate(rate, Long.MAX_VALUE, tags);
      }
      while (scene.isPresent()) {
        reader.play(scene.get());
        reader.rest(BETWEEN_SCENES);
        out.println("The scene " + scene.get().name() + " is over and begins again.");
      }
      return 0;
    } catch (UncheckedIOException e) {
      err.println("simulate reader: port " + port + " is not free; choose another with --port");
      return NOT_THERE;
    }
  }

  private static SceneFile.Answer read(String file) throws IOException {
    try {
      return SceneFile.read(file, Files.readAllLines(Path.of(file)));
    } catch (java.nio.file.NoSuchFileException e) {
      return new SceneFile.Refused(0, "there is no file " + file);
    } catch (MalformedInputException e) {
      return new SceneFile.Refused(0, file + " is no text");
    }
  }
}
