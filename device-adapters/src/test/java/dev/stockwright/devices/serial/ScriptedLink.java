package dev.stockwright.devices.serial;

import dev.stockwright.devices.reasons.Told;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A line that a test writes into and breaks.
final class ScriptedLink implements SerialLink {
  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  volatile boolean closed;

  private sealed interface Step {}

  private record Bytes(String text) implements Step {}

  private record Unplugged() implements Step {}

  private record Broken(RuntimeException how) implements Step {}

  void sends(String text) {
    steps.add(new Bytes(text));
  }

  void isUnplugged() {
    steps.add(new Unplugged());
  }

  void throwsOut(RuntimeException how) {
    steps.add(new Broken(how));
  }

  @Override
  public int read(byte[] into, Duration wait) throws LinkFailure, InterruptedException {
    return switch (steps.poll(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      case null -> 0;
      case Bytes(String text) -> {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        yield bytes.length;
      }
      case Unplugged() -> throw new LinkFailure(Told.asIs("Unplugged. Plug it in again."));
      case Broken(RuntimeException how) -> throw how;
    };
  }

  @Override
  public void close() {
    closed = true;
  }
}
