package dev.stockwright.simulator.bench;

import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Simulated readers in a process of their own, so that what they cost is not counted with what
/// hears them. Prints `ports ...`, then `sent ...` when all is sent; ends with its input.
///
/// Arguments: how many readers, tags a second of each, tags in all of each, different tags of each.
final class SimulatedReadersMain {
  private SimulatedReadersMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int count = Integer.parseInt(arguments[0]);
    int perSecond = Integer.parseInt(arguments[1]);
    long total = Long.parseLong(arguments[2]);
    long population = Long.parseLong(arguments[3]);
    List<SimulatedReader> readers = new ArrayList<>();
    List<Thread> senders = new ArrayList<>();
    StringBuilder ports = new StringBuilder("ports");
    for (int i = 0; i < count; i++) {
      SimulatedReader reader = new SimulatedReader(ReaderModel.impinj(), 0);
      readers.add(reader);
      ports.append(' ').append(reader.port());
      senders.add(
          Thread.ofPlatform()
              .name("sender-" + i)
              .start(() -> send(reader, perSecond, total, population)));
    }
    System.out.println(ports);
    for (Thread sender : senders) {
      sender.join();
    }
    StringBuilder sent = new StringBuilder("sent");
    readers.forEach(reader -> sent.append(' ').append(reader.sent()));
    System.out.println(sent);
    while (System.in.read() >= 0) {
      // Until the one who started it is done.
    }
    readers.forEach(SimulatedReader::close);
  }

  private static void send(SimulatedReader reader, int perSecond, long total, long population) {
    try {
      reader.sendAtRate(perSecond, total, population);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
