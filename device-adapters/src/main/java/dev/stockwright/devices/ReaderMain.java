package dev.stockwright.devices;

import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.recording.ByteTap;
import dev.stockwright.devices.recording.RawRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `stockwright reader`: listens to an RFID reader and tells what its antennas hear.
public final class ReaderMain {
  private static final int WRONG_USE = 2;
  private static final int NEVER_CONNECTED = 3;
  private static final int TICK_MILLIS = 100;
  private static final int GOODBYE_SECONDS = 8;

  private ReaderMain() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    int[] status = {1};
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(stop, done, status), "goodbye"));
    status[0] = run(List.of(args), out, System.err, stop);
    out.flush();
    done.countDown();
    System.exit(status[0]);
  }

  /// After SIGTERM or SIGINT the reader is let go in peace, and then the command has ended well.
  private static void leave(CountDownLatch stop, CountDownLatch done, int[] status) {
    stop.countDown();
    try {
      if (done.await(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(status[0]);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @param stop ends it before its time
  static int run(List<String> words, PrintStream out, PrintStream err, CountDownLatch stop) {
    if (words.contains("--help") || words.contains("-h")) {
      out.print(ReaderOptions.HELP);
      return 0;
    }
    return switch (ReaderOptions.read(words)) {
      case ReaderOptions.Wrong(String sentence) -> {
        err.println("reader: " + sentence + "; try stockwright reader --help");
        yield WRONG_USE;
      }
      case ReaderOptions.Asked asked -> record(asked, out, err, stop);
    };
  }

  private static int record(
      ReaderOptions.Asked asked, PrintStream out, PrintStream err, CountDownLatch stop) {
    if (asked.record().isEmpty()) {
      return listen(asked, out, (device, direction, bytes, from, length, nanos) -> {}, stop);
    }
    try (RawRecorder recorder = RawRecorder.to(asked.record().get())) {
      return listen(asked, out, recorder, stop);
    } catch (IOException e) {
      err.println("reader: " + asked.record().get() + " cannot be written (" + e + ")");
      return WRONG_USE;
    }
  }

  private static int listen(
      ReaderOptions.Asked asked, PrintStream out, ByteTap tap, CountDownLatch stop) {
    InstantSource clock = InstantSource.system();
    ReaderStream stream = new ReaderStream(asked, clock, out);
    try (LlrpReader reader = new LlrpReader(asked.settings(), clock, tap)) {
      stream.start(reader);
      long until = System.nanoTime() + asked.duration().toNanos();
      boolean stopped = false;
      while (!stopped && System.nanoTime() - until < 0 && stream.tick()) {
        stopped = stop.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stream.finish();
    return stream.connected() ? 0 : NEVER_CONNECTED;
  }
}
