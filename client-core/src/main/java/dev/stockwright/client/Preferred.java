package dev.stockwright.client;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Notes;
import dev.stockwright.client.words.Language;
import dev.stockwright.protocol.Wire;
import io.avaje.json.JsonException;
import java.util.Optional;

/// Where the preferences of a device are kept.
final class Preferred {
  private static final String NAME = "preferences";

  private Preferred() {}

  static Preferences read(DeviceStore store, Language language) {
    return store
        .read(connection -> Notes.find(connection, NAME))
        .flatMap(Preferred::of)
        .orElseGet(() -> Preferences.USUAL.language(language));
  }

  private static Optional<Preferences> of(String json) {
    try {
      return Optional.of(Wire.full().type(Preferences.class).fromJson(json));
    } catch (JsonException | IllegalStateException | IllegalArgumentException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  static void keep(DeviceStore store, Preferences preferences) {
    String json = Wire.full().type(Preferences.class).toJson(preferences);
    boolean kept = store.write(connection -> Notes.put(connection, NAME, json));
    assert kept;
  }
}
