package dev.stockwright.desktop.devices;

import dev.stockwright.devices.scanner.ScannerProfile;

/// What can be done with a device. Called on the JavaFX thread; must return at once.
public interface DevicesActions {
  /// From now on what this device sends is no work; it goes to [DevicesViewModel#came].
  void tryOut(String id);

  /// It is work again.
  void stopTryingOut(String id);

  /// Keeps the profile and uses it from now on.
  void use(String id, ScannerProfile profile);

  /// Has a code made that pairs a handheld; it goes to [PairingViewModel#made].
  void pairHandheld();
}
