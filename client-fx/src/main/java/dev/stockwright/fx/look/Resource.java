package dev.stockwright.fx.look;

import java.net.URL;

/// What lies beside a class.
public final class Resource {
  private Resource() {}

  /// @throws IllegalStateException when there is no such thing
  public static URL of(Class<?> beside, String name) {
    URL url = beside.getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not on the path");
    }
    return url;
  }
}
