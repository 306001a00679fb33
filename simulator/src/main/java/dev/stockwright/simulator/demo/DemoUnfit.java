package dev.stockwright.simulator.demo;

/// The demo cannot go on, and why. The message is a sentence for the person who started it.
final class DemoUnfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoUnfit(String message) {
    super(message);
  }

  DemoUnfit(String message, Throwable cause) {
    super(message, cause);
  }
}
