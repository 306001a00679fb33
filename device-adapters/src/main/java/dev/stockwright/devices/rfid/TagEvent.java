package dev.stockwright.devices.rfid;

import java.time.Instant;

/// What happened to a tag, as far as antennas can tell. None of them changes stock by itself.
public sealed interface TagEvent {
  /// When it was known, by this machine's clock.
  Instant time();

  /// About one tag.
  sealed interface OfTag extends TagEvent {
    TagIdentity tag();

    /// What was heard: the loudest antenna, its peak, how often and from when to when.
    TagSighting heard();
  }

  /// A tag that was not there is at a place.
  record Arrived(Instant time, TagIdentity tag, TagSighting heard, ReadPoint at) implements OfTag {}

  /// A tag is at another place than before.
  record Moved(Instant time, TagIdentity tag, TagSighting heard, ReadPoint from, ReadPoint to)
      implements OfTag {}

  /// A tag was not heard for long. It may still be there: silence is no proof.
  record Departed(Instant time, TagIdentity tag, TagSighting heard, ReadPoint from)
      implements OfTag {}

  /// A tag went through a door, or perhaps did.
  record Pass(
      Instant time,
      TagIdentity tag,
      TagSighting heard,
      Place door,
      Direction direction,
      PassEvidence evidence)
      implements OfTag {}

  /// A tag was heard at a door and did not pass it: nothing is booked, and this says why.
  record Ignored(
      Instant time,
      TagIdentity tag,
      TagSighting heard,
      Place door,
      Reason reason,
      PassEvidence evidence)
      implements OfTag {}

  /// Something went through a gate; its passes came before this.
  ///
  /// @param tags how many tags passed
  /// @param ignored how many were heard and did not
  record GateClosed(Instant time, GateWindow window, int tags, int ignored) implements TagEvent {}

  /// Something went through a gate and no tag that passed was heard: it has none, or none that can
  /// be read.
  ///
  /// @param ignored how many tags were heard and did not pass
  record EmptyPass(Instant time, GateWindow window, int ignored) implements TagEvent {}

  /// Why a tag at a door was ignored.
  enum Reason {
    /// Heard fewer times than a pass needs.
    FEW_READS("few_reads"),
    /// Never loud enough.
    WEAK("weak"),
    /// Heard too short a time.
    SHORT("short"),
    /// It lies near the door.
    STATIONARY("stationary"),
    /// It is on the list of tags that stay near this door.
    EXCLUDED("excluded"),
    /// Another door heard it better at the same time.
    OTHER_DOOR("other_door"),
    /// It came and went back the same side.
    TURNED_BACK("turned_back"),
    /// Both sides heard it for a moment, in no order, and nothing says that it moved.
    NO_ORDER("no_order"),
    /// Only one side heard it, and nothing says that it went through.
    ONE_SIDE("one_side");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /// Stable, for machines.
    public String code() {
      return code;
    }
  }
}
