package dev.stockwright.devices.scales;

import dev.stockwright.devices.link.ByteLink;
import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.link.PipeLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A scale that is not there: it answers MT-SICS as a real one does, about goods that its user puts
/// on it. After each change the weight moves for some answers before it stands still.
///
/// What lies on it may be changed from any thread; each line is served by a thread of its own.
public final class SimulatedScale {
  private static final Duration POLL = Duration.ofMillis(50);

  private enum Trouble {
    NONE,
    OVERLOAD,
    UNDERLOAD,
    SILENT
  }

  private Weight weight = new Weight(0, 3, WeightUnit.KILOGRAM);
  private Weight zero = weight;
  private Trouble trouble = Trouble.NONE;
  private int movingAnswers;

  /// A scale in this program.
  public ByteLink.Opener opener() {
    return new ByteLink.Opener() {
      @Override
      public ByteLink open() {
        PipeLink.Ends ends = PipeLink.pair();
        Thread.ofVirtual()
            .name("simulated-scale")
            .start(
                () -> {
                  try {
                    serve(ends.device());
                  } catch (InterruptedException e) {
                    ends.device().close();
                  }
                });
        return ends.user();
      }

      @Override
      public String place() {
        return "the simulated scale";
      }
    };
  }

  /// Puts this much on it, all in all.
  ///
  /// @param answers how many answers say that it moves before it stands still
  public synchronized void put(Weight goods, int answers) {
    weight = goods;
    trouble = Trouble.NONE;
    movingAnswers = answers;
    if (goods.scale() != zero.scale() || goods.unit() != zero.unit()) {
      zero = new Weight(0, goods.scale(), goods.unit());
    }
  }

  public synchronized void overload() {
    trouble = Trouble.OVERLOAD;
  }

  public synchronized void underload() {
    trouble = Trouble.UNDERLOAD;
  }

  /// Switched off: it hears and says nothing.
  public synchronized void silent() {
    trouble = Trouble.SILENT;
  }

  /// Answers what comes over a line until it breaks.
  public void serve(ByteLink link) throws InterruptedException {
    byte[] buffer = new byte[256];
    StringBuilder line = new StringBuilder();
    boolean repeat = false;
    try (link) {
      while (true) {
        int length = link.read(buffer, POLL);
        List<String> commands = commands(line, buffer, length);
        for (String command : commands) {
          repeat = command.equals(MtSics.REPEAT);
          say(link, answer(command));
        }
        if (repeat && commands.isEmpty()) {
          say(link, answer(MtSics.WEIGH_NOW));
        }
      }
    } catch (LinkGone e) {
      // The other side hung up; the next line is served anew.
      return;
    }
  }

  private static List<String> commands(StringBuilder line, byte[] buffer, int length) {
    List<String> commands = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      char c = (char) (buffer[i] & 0xFF);
      if (c == '\n') {
        commands.add(line.toString().strip());
        line.setLength(0);
      } else if (line.length() < 64) {
        line.append(c);
      }
    }
    return commands;
  }

  private static void say(ByteLink link, Optional<String> answer)
      throws LinkGone, InterruptedException {
    if (answer.isPresent()) {
      link.write((answer.get() + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private synchronized Optional<String> answer(String command) {
    return switch (trouble) {
      case SILENT -> Optional.empty();
      case OVERLOAD -> Optional.of(command.startsWith("Z") ? "Z +" : "S +");
      case UNDERLOAD -> Optional.of(command.startsWith("Z") ? "Z -" : "S -");
      case NONE -> Optional.of(normal(command));
    };
  }

  private String normal(String command) {
    return switch (command) {
      case MtSics.WEIGH_NOW, MtSics.REPEAT -> weighed();
      case MtSics.WEIGH_STABLE -> {
        movingAnswers = 0;
        yield weighed();
      }
      case MtSics.ZERO -> {
        zero = weight;
        yield "Z A";
      }
      case MtSics.TARE -> {
        zero = weight;
        yield "T" + MtSics.written(true, weight).substring(1);
      }
      case MtSics.RESET -> "I4 A \"SIMULATED\"";
      default -> "ES";
    };
  }

  private String weighed() {
    long moving = movingAnswers > 0 ? movingAnswers-- : 0;
    long net = weight.unscaled() - zero.unscaled() - moving;
    return MtSics.written(moving == 0, new Weight(net, weight.scale(), weight.unit()));
  }
}
