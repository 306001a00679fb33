package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.Text;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;

/// What stands on the screen while a handheld is paired.
public sealed interface PairingPage {
  /// The server is asked for a code.
  record Asking() implements PairingPage {}

  /// A code to be scanned.
  record Code(PairingCode code, WarehouseCode warehouse) implements PairingPage {}

  /// Nobody can use it any more.
  record Over() implements PairingPage {}

  /// There is none.
  ///
  /// @param next what to do
  record None(Text what, Text next) implements PairingPage {}
}
