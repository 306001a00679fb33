package dev.stockwright.client.rfid;

/// How a pass through a place goes.
///
/// @param tags different ones since it began
/// @param perSecond reads in the last second
/// @param complete hardly a new one is heard any more
/// @param state whether the reader is there
public record Pass(int tags, int perSecond, boolean complete, State state) {
  /// How the reader is.
  public enum State {
    CONNECTING,
    READING,
    /// It is tried again by itself.
    LOST
  }
}
