package dev.stockwright.desktop;

import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.rfid.Direction;
import dev.stockwright.devices.rfid.ReadPoint;
import dev.stockwright.devices.rfid.TagEvent;
import java.util.Optional;

/// What happened to a tag, in words.
final class TagWords {
  private TagWords() {}

  /// The line of an event; none for what would only be noise.
  static Optional<FrameLine> of(TagEvent event) {
    return switch (event) {
      case TagEvent.Arrived e -> line(e, "Arrived at " + zone(e.at()));
      case TagEvent.Moved e -> line(e, "Moved from " + zone(e.from()) + " to " + zone(e.to()));
      case TagEvent.Departed e -> line(e, "Departed from " + zone(e.from()));
      case TagEvent.Pass e -> line(e, "Passed " + e.door().zone() + way(e.direction()));
      case TagEvent.Ignored _, TagEvent.GateClosed _, TagEvent.EmptyPass _ -> Optional.empty();
    };
  }

  private static Optional<FrameLine> line(TagEvent.OfTag event, String what) {
    double dbm = event.heard().rssi();
    boolean told = dbm > LlrpReader.RSSI_UNTOLD;
    return Optional.of(
        new FrameLine(
            event.time(),
            FrameLine.Kind.TAG,
            event.tag().epc(),
            event.tag().idUri().orElse("No EPC of GS1"),
            told ? what + ", " + Math.round(dbm) + " dBm" : what));
  }

  private static String zone(ReadPoint point) {
    return point.place().zone().code();
  }

  private static String way(Direction direction) {
    return switch (direction) {
      case IN -> ", in";
      case OUT -> ", out";
      case UNDECIDED -> ", which way is not sure";
    };
  }
}
