package dev.stockwright.simulator.bench;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.simulator.stack.SerialLine;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CheckDigit;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A scanner at a serial line: many scans with writes cut at any byte, then the cable.
final class ScannerRace {
  private static final int SCANS = 200;
  private static final Duration EACH = Duration.ofMillis(50);
  private static final Duration LATEST = Duration.ofSeconds(30);

  private ScannerRace() {}

  static void measure(Path folder, Report report) {
    report.heading("A scanner at a serial line, " + SCANS + " scans in 10 s, cut at any byte");
    if (!SerialLine.possible()) {
      report.note("not measured: socat is not installed, and it makes the serial line");
      return;
    }
    Ear ear = new Ear();
    String path = folder.resolve("scanner-line").toString();
    try (SerialScanner scanner =
        new SerialScanner(
            new DeviceId("scanner-1"), SerialSettings.of(path), InstantSource.system())) {
      try (SerialLine line = SerialLine.in(folder)) {
        scanner.start(ear);
        until(scanner, DeviceState.READY);
        List<String> sent = send(line);
        Waiting.until(
            () -> ear.texts.size() + " of " + SCANS + " scans",
            LATEST,
            () -> ear.texts.size() + ear.refused.get() >= SCANS);
        report.none("scans lost", sent.stream().filter(one -> !ear.texts.contains(one)).count());
        report.none(
            "scans joined, torn or doubled",
            ear.texts.stream().filter(one -> !sent.contains(one)).count()
                + Math.max(0, ear.texts.size() - SCANS)
                + ear.refused.get());
      }
      cable(folder, scanner, report);
    }
  }

  /// The line went away just now; it comes back after two seconds.
  private static void cable(Path folder, SerialScanner scanner, Report report) {
    long pulled = System.nanoTime();
    until(scanner, DeviceState.LOST);
    report.atMost("scanner unplugged to shown", seconds(pulled), 3, "s");
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    try (SerialLine _ = SerialLine.in(folder)) {
      long back = System.nanoTime();
      until(scanner, DeviceState.READY);
      report.atMost("scanner back to working", seconds(back), 10, "s");
    }
  }

  /// Each scan in one to four writes with up to 10 ms between them.
  private static List<String> send(SerialLine line) {
    Random random = new Random(7);
    List<String> sent = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < SCANS; i++) {
      String digits = "95011015%04d".formatted(i);
      String text = "]C101" + 0 + digits + CheckDigit.of("0" + digits) + "10LOT-" + i;
      sent.add(text);
      String frame = text + "\r\n";
      int from = 0;
      for (int cuts = random.nextInt(4); cuts > 0 && from < frame.length() - 1; cuts--) {
        int to = from + 1 + random.nextInt(frame.length() - from - 1);
        line.send(frame.substring(from, to));
        LockSupport.parkNanos(random.nextLong(10_000_000));
        from = to;
      }
      line.send(frame.substring(from));
      LockSupport.parkNanos(start + (i + 1) * EACH.toNanos() - System.nanoTime());
    }
    return sent;
  }

  private static void until(SerialScanner scanner, DeviceState state) {
    Waiting.until(
        () -> "the scanner to be " + state + "; it is " + scanner.health(),
        LATEST,
        () -> scanner.health().state() == state);
  }

  private static double seconds(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1e9;
  }

  private static final class Ear implements ScanListener {
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public void scanned(Scan scan) {
      texts.add(scan.text());
    }

    @Override
    public void bounced(Scan scan) {
      texts.add(scan.text());
    }

    @Override
    public void refused(RefusedRead read) {
      refused.incrementAndGet();
    }

    @Override
    public void healthChanged(DeviceHealth health) {}
  }
}
