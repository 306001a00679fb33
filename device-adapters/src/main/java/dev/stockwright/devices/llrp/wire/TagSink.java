package dev.stockwright.devices.llrp.wire;

/// Takes the tags of a report, one after another.
@FunctionalInterface
public interface TagSink {
  /// @param tag used again for the next tag
  void tag(TagReport tag);
}
