package dev.stockwright.server.config;

/// A setting that cannot be used. The message is a sentence for the person who starts the server:
/// it names the setting, where it was found, and what to write instead.
public final class SettingsUnfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsUnfit(String message) {
    super(message);
  }
}
