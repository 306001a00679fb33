package dev.stockwright.desktop;

import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Icon;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.vocabulary.Scan;

/// Hears one scanner and hands over; never waits.
final class ScannerEar implements ScanListener {
  private final FloorApp app;

  ScannerEar(FloorApp app) {
    this.app = app;
  }

  @Override
  public void scanned(Scan scan) {
    app.scanned(scan);
  }

  @Override
  public void bounced(Scan scan) {
    app.bounced(scan);
  }

  @Override
  public void refused(RefusedRead refused) {
    app.say(Feedback.reject("Scan not taken", new Feedback.Fact("Do now", refused.message())));
  }

  @Override
  public void healthChanged(DeviceHealth health) {
    app.show(ScannerCells.cell(health));
    if (health.state() == DeviceState.LOST || health.state() == DeviceState.DEGRADED) {
      app.say(
          Feedback.system(
              Icon.PLUG_ZAP, ScannerCells.name(health) + " does not work", health.reason()));
    }
  }
}
