package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.DeviceHealth;

/// Hears what becomes of jobs and printers, on the thread on which it happened; must not wait.
public interface PrintListener {
  void job(PrintJob job);

  void printer(DeviceHealth health);
}
