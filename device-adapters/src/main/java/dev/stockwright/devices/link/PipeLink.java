package dev.stockwright.devices.link;

import dev.stockwright.devices.reasons.Told;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One end of a line inside this program, for simulated devices. Each end is used by one thread.
public final class PipeLink implements ByteLink {
  private static final byte[] END = {};

  private final LinkedBlockingQueue<byte[]> in;
  private final LinkedBlockingQueue<byte[]> out;
  private byte[] begun = END;
  private int used;
  private volatile boolean closed;

  private PipeLink(LinkedBlockingQueue<byte[]> in, LinkedBlockingQueue<byte[]> out) {
    this.in = in;
    this.out = out;
  }

  /// Both ends of a new line.
  public record Ends(PipeLink device, PipeLink user) {}

  public static Ends pair() {
    LinkedBlockingQueue<byte[]> there = new LinkedBlockingQueue<>();
    LinkedBlockingQueue<byte[]> back = new LinkedBlockingQueue<>();
    return new Ends(new PipeLink(there, back), new PipeLink(back, there));
  }

  @Override
  public int read(byte[] into, Duration wait) throws LinkGone, InterruptedException {
    if (used == begun.length) {
      byte[] next = in.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return 0;
      }
      begun = next;
      used = 0;
      if (begun.length == 0) {
        in.add(END);
        throw new LinkGone(Told.asIs("The simulated line was closed."));
      }
    }
    int length = Math.min(into.length, begun.length - used);
    System.arraycopy(begun, used, into, 0, length);
    used += length;
    return length;
  }

  @Override
  public void write(byte[] bytes) throws LinkGone {
    if (closed) {
      throw new LinkGone(Told.asIs("The simulated line was closed."));
    }
    if (bytes.length > 0) {
      out.add(bytes.clone());
    }
  }

  @Override
  public void close() {
    closed = true;
    out.add(END);
    in.add(END);
  }
}
