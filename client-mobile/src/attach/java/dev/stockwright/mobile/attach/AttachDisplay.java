package dev.stockwright.mobile.attach;

import com.gluonhq.attach.display.DisplayService;
import dev.stockwright.mobile.platform.Display;
import javafx.geometry.Insets;

/// Whether it is a phone. The system's bars and keeping the screen on came to Attach after the
/// version that can be had (4.0.22): it says of both that it cannot.
record AttachDisplay(DisplayService service) implements Display {
  @Override
  public Insets systemBars() {
    return Insets.EMPTY;
  }

  @Override
  public boolean whole() {
    return !service.isDesktop();
  }

  @Override
  public boolean keepOn(boolean wanted) {
    return false;
  }
}
