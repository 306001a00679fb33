package dev.stockwright.client;

import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What the device says of itself.
enum DevicePhrase implements Phrase {
  NOTHING_RECORDED,
  STORE_FULL,
  STORE_READ_ONLY,
  STORE_CORRUPT,
  STORE_IN_USE,
  STORE_TOO_NEW,
  STORE_BROKEN;

  @Override
  public String key() {
    return "device." + name().toLowerCase(Locale.ROOT);
  }

  static DevicePhrase of(StoreFailure.Kind kind) {
    return switch (kind) {
      case FULL -> STORE_FULL;
      case READ_ONLY -> STORE_READ_ONLY;
      case CORRUPT -> STORE_CORRUPT;
      case IN_USE -> STORE_IN_USE;
      case TOO_NEW -> STORE_TOO_NEW;
      case BROKEN -> STORE_BROKEN;
    };
  }
}
