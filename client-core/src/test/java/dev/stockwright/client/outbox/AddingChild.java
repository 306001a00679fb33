package dev.stockwright.client.outbox;

import dev.stockwright.client.Samples;
import dev.stockwright.client.store.DeviceStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;

/// A device that scans as fast as it can until it is killed; prints the number of each command as
/// an app would beep. In the mode `early` it beeps before the command is kept, which is the mistake
/// that the test must be able to see.
final class AddingChild {
  private AddingChild() {}

  public static void main(String[] args) {
    boolean early = args[1].equals("early");
    InstantSource clock = InstantSource.system();
    DeviceStore store = DeviceStore.open(Path.of(args[0]), clock).store();
    Outbox outbox = new JournalOutbox(store, Samples.DESK, clock, new Random());
    long next = outbox.newest(1).stream().mapToLong(e -> e.envelope().sequence()).sum() + 1;
    while (true) {
      if (early) {
        beep(next++);
      }
      Added added = outbox.add(Samples.receive("A", 1), Samples.ANA);
      if (!early) {
        beep(Samples.saved(added).sequence());
      }
    }
  }

  private static void beep(long sequence) {
    System.out.println(sequence);
    System.out.flush();
  }
}
