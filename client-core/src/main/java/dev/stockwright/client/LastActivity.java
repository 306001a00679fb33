package dev.stockwright.client;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Notes;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.vocabulary.Operator;

/// What somebody was at on this device.
final class LastActivity {
  private LastActivity() {}

  /// Home at the first time.
  static Activity of(DeviceStore store, Operator person) {
    return store
        .read(connection -> Notes.find(connection, "shift/" + person))
        .flatMap(Activity::named)
        .orElse(Activity.HOME);
  }

  static void keep(DeviceStore store, Operator person, Activity activity) {
    boolean kept =
        store.write(connection -> Notes.put(connection, "shift/" + person, activity.name()));
    assert kept;
  }
}
