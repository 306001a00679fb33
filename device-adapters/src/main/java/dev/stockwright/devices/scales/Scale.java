package dev.stockwright.devices.scales;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.util.Optional;

/// A scale that is asked for weights. Its questions wait for the answer and may be asked from any
/// thread; a screen asks them from a thread of its own.
public interface Scale extends AutoCloseable {
  DeviceId source();

  DeviceHealth health();

  /// Begins to connect and to look whether it is there; once.
  void start();

  /// A weight that stood still twice in a row and was the same; never a negative one.
  ///
  /// @param patience how long to wait for the scale to come to rest
  Weighing weigh(Duration patience) throws InterruptedException;

  /// Makes what is on it zero.
  Weighing zero() throws InterruptedException;

  /// Makes what is on it the tare.
  Weighing tare() throws InterruptedException;

  /// What it showed last, moving or not, for screens only.
  Optional<ScaleAnswer> display();

  @Override
  void close();
}
