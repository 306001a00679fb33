package dev.stockwright.devices.llrp.wire;

/// What stands next in the stream of a reader.
public sealed interface Frame {
  /// A whole message.
  ///
  /// @param id message id, 0 up to 2^32 - 1
  /// @param bytes the frame, its header of ten bytes included; not copied
  @SuppressWarnings("ArrayRecordComponent") // Read once by one thread, never compared.
  record Message(int version, int type, long id, byte[] bytes) implements Frame {
    /// Length of the header.
    public static final int HEADER = 10;
  }

  /// The stream cannot be read any further: where the next frame begins is not known.
  record Broken(Malformed why) implements Frame {}
}
