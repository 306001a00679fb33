package dev.stockwright.mobile.attach;

import dev.stockwright.mobile.MobileMain;

/// Where a phone starts. The exit codes are those of [MobileMain].
public final class AttachMain {
  private AttachMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    MobileMain.start(arguments, new AttachParts());
  }
}
