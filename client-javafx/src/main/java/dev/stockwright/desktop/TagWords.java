package dev.stockwright.desktop;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.rfid.Direction;
import dev.stockwright.devices.rfid.ReadPoint;
import dev.stockwright.devices.rfid.TagEvent;
import java.util.Optional;

/// What happened to a tag, in words.
final class TagWords {
  private final Wording wording;

  TagWords(Wording wording) {
    this.wording = wording;
  }

  private String say(EquipmentPhrase phrase, Object... parts) {
    return wording.say(Text.of(phrase, parts));
  }

  /// The line of an event; none for what would only be noise.
  Optional<FrameLine> of(TagEvent event) {
    return switch (event) {
      case TagEvent.Arrived e -> line(e, say(EquipmentPhrase.TAG_ARRIVED, zone(e.at())));
      case TagEvent.Moved e ->
          line(e, say(EquipmentPhrase.TAG_MOVED, zone(e.from()), zone(e.to())));
      case TagEvent.Departed e -> line(e, say(EquipmentPhrase.TAG_DEPARTED, zone(e.from())));
      case TagEvent.Pass e -> line(e, say(way(e.direction()), e.door().zone()));
      case TagEvent.Ignored _, TagEvent.GateClosed _, TagEvent.EmptyPass _ -> Optional.empty();
    };
  }

  private Optional<FrameLine> line(TagEvent.OfTag event, String what) {
    double dbm = event.heard().rssi();
    boolean told = dbm > LlrpReader.RSSI_UNTOLD;
    return Optional.of(
        new FrameLine(
            event.time(),
            FrameLine.Kind.TAG,
            event.tag().epc(),
            event.tag().idUri().orElseGet(() -> say(EquipmentPhrase.NO_EPC)),
            told ? say(EquipmentPhrase.AT_STRENGTH, what, Long.toString(Math.round(dbm))) : what));
  }

  private static String zone(ReadPoint point) {
    return point.place().zone().code();
  }

  private static EquipmentPhrase way(Direction direction) {
    return switch (direction) {
      case IN -> EquipmentPhrase.TAG_IN;
      case OUT -> EquipmentPhrase.TAG_OUT;
      case UNDECIDED -> EquipmentPhrase.TAG_UNSURE;
    };
  }
}
