package dev.stockwright.mobile.platform;

import javafx.geometry.Insets;

/// The screen of the device.
public interface Display {
  /// A window of a computer: nothing lies over its edges, and its screen is not ours to keep on.
  Display WINDOW =
      new Display() {
        @Override
        public Insets systemBars() {
          return Insets.EMPTY;
        }

        @Override
        public boolean whole() {
          return false;
        }

        @Override
        public boolean keepOn(boolean wanted) {
          return false;
        }
      };

  /// What the system's own bars cover.
  Insets systemBars();

  /// Whether the app has the whole screen, and not a window of a size.
  boolean whole();

  /// Whether the screen now stays on as wanted; false where that cannot be asked for.
  boolean keepOn(boolean wanted);
}
