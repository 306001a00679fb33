package dev.stockwright.server.stream;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.feed.FakeDesk;
import dev.stockwright.server.feed.FeedSettings;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// Measures the way from a commit to many sessions: the server, the fake desk and PostgreSQL here,
/// the clients in a second JVM on the same machine. An event's delay is counted from before its
/// transaction; all events of a frame count with the delay of its oldest. The first fifth of the
/// events is warm-up and counts for gaps only.
///
/// Arguments: sessions, warehouses, events a second in all, seconds, tick in ms.
final class StreamBench {
  private static final String KIND = "\"kind\":\"stock_moved\",\"n\":";

  private StreamBench() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("clients")) {
      clients(
          Integer.parseInt(args[1]),
          Integer.parseInt(args[2]),
          Integer.parseInt(args[3]),
          Long.parseLong(args[4]));
    } else {
      server(
          Integer.parseInt(args[0]),
          Integer.parseInt(args[1]),
          Integer.parseInt(args[2]),
          Integer.parseInt(args[3]),
          Integer.parseInt(args[4]));
    }
    System.exit(0);
  }

  private static void server(int sessions, int warehouses, int rate, int seconds, int tickMillis)
      throws IOException, InterruptedException {
    StreamSettings settings = StreamSettings.usual();
    try (StreamBed bed =
        new StreamBed(FeedSettings.usual().withTick(Duration.ofMillis(tickMillis)), settings)) {
      List<FakeDesk> desks = new ArrayList<>();
      for (int i = 0; i < warehouses; i++) {
        desks.add(bed.desk(2_000));
      }
      warmUp(bed, desks);
      long perWarehouse = (long) rate * seconds / warehouses;
      Process clients =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx1g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StreamBench.class.getName(),
                  "clients",
                  Integer.toString(bed.port()),
                  Integer.toString(sessions),
                  Integer.toString(warehouses),
                  Long.toString(perWarehouse + desks.getFirst().last()))
              .redirectErrorStream(true)
              .start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(clients.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          System.out.println("  " + line);
          if (line.equals("READY")) {
            load(bed, desks, rate / warehouses, perWarehouse);
          }
        }
      }
      System.out.printf(
          "%d sessions, %d warehouses, %d/s, tick %d ms: heap peak %d MB, load average %.1f%n",
          sessions,
          warehouses,
          rate,
          tickMillis,
          heapPeak() / 1_000_000,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /// Brings the code to speed with one client before anything is measured.
  private static void warmUp(StreamBed bed, List<FakeDesk> desks) {
    for (FakeDesk desk : desks) {
      try (RawWebSocket client = RawWebSocket.open(bed.port(), "warm")) {
        client.keep = false;
        client.text(subscribe(desk.warehouse(), 0));
        for (int i = 0; i < 400; i++) {
          bed.receive(desk, 5);
        }
        long position = 0;
        while (position < desk.last()) {
          position = Math.max(position, lastNumber(client.await(RawWebSocket.TEXT).text()));
        }
      }
    }
  }

  private static void load(StreamBed bed, List<FakeDesk> desks, int rate, long each)
      throws InterruptedException {
    int perCommit = Math.max(1, rate / 200);
    List<Thread> writers = new ArrayList<>();
    for (FakeDesk desk : desks) {
      writers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    long begin = System.nanoTime();
                    for (long sent = 0; sent < each; sent += perCommit) {
                      LockSupport.parkNanos(
                          begin + sent * 1_000_000_000L / rate - System.nanoTime());
                      bed.receive(desk, (int) Math.min(perCommit, each - sent));
                    }
                  }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
  }

  private static void clients(int port, int sessions, int warehouses, long last)
      throws InterruptedException {
    AtomicLongArray tenths = new AtomicLongArray(100_000);
    AtomicLong frames = new AtomicLong();
    AtomicLong gaps = new AtomicLong();
    CountDownLatch ready = new CountDownLatch(sessions);
    CountDownLatch done = new CountDownLatch(sessions);
    for (int i = 0; i < sessions; i++) {
      WarehouseCode warehouse = new WarehouseCode("W" + (i % warehouses + 1));
      RawWebSocket client = RawWebSocket.open(port, "desk-" + i);
      client.keep = false;
      Thread.ofVirtual()
          .start(
              () -> {
                client.text(subscribe(warehouse, 2_000));
                client.await(RawWebSocket.TEXT);
                ready.countDown();
                follow(client, last, tenths, frames, gaps);
                done.countDown();
              });
    }
    ready.await();
    System.out.println("READY");
    done.await();
    long events = 0;
    for (int i = 0; i < tenths.length(); i++) {
      events += tenths.get(i);
    }
    System.out.printf(
        "frames %d, events %d, gaps %d, delay ms p50 %.1f p99 %.1f max %.1f%n",
        frames.get(),
        events,
        gaps.get(),
        percentile(tenths, events, 0.5),
        percentile(tenths, events, 0.99),
        percentile(tenths, events, 1));
  }

  private static void follow(
      RawWebSocket client, long last, AtomicLongArray tenths, AtomicLong frames, AtomicLong gaps) {
    long position = 2_000;
    long counted = position + (last - position) / 5;
    long beat = System.nanoTime();
    while (position < last) {
      String text = client.await(RawWebSocket.TEXT).text();
      int at = text.indexOf(KIND);
      if (at > 0) {
        Instant now = Instant.now();
        long first = number(text, at);
        int time = text.indexOf("\"at\":\"", at) + 6;
        Instant made = Instant.parse(text.substring(time, text.indexOf('"', time)));
        long end = lastNumber(text);
        if (first != position + 1) {
          gaps.incrementAndGet();
        }
        long tenth = Math.clamp(Duration.between(made, now).toNanos() / 100_000, 0, 99_999);
        if (end > counted) {
          tenths.addAndGet((int) tenth, end - position);
          frames.incrementAndGet();
        }
        position = end;
      }
      if (System.nanoTime() - beat > 10_000_000_000L) {
        beat = System.nanoTime();
        client.text("{\"type\":\"heartbeat\"}");
      }
    }
  }

  private static double percentile(AtomicLongArray tenths, long events, double share) {
    long left = (long) Math.ceil(events * share);
    for (int i = 0; i < tenths.length(); i++) {
      left -= tenths.get(i);
      if (left <= 0) {
        return i / 10.0;
      }
    }
    return tenths.length() / 10.0;
  }

  private static long lastNumber(String frame) {
    int at = frame.lastIndexOf(KIND);
    return at < 0 ? 0 : number(frame, at);
  }

  private static long number(String frame, int at) {
    int begin = at + KIND.length();
    return Long.parseLong(frame, begin, frame.indexOf(',', begin), 10);
  }

  private static String subscribe(WarehouseCode warehouse, long after) {
    return Wire.CLIENT_FRAME.text(
        new ClientFrame.Subscribe(warehouse, Optional.of(1L), Optional.of(after)));
  }
}
