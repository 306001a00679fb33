package dev.stockwright.desktop.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// The two grounds that the desk is drawn on.
public enum Theme {
  LIGHT,
  DARK;

  Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /// The sheet that ours lies over.
  String baseSheet() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK -> new PrimerDark().getUserAgentStylesheet();
    };
  }
}
