package dev.stockwright.client.workflow.transferring;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// Where a person is in a transfer. What is on it, what is packed and what has come is asked of the
/// books at each step.
///
/// @param times how often the next goods count, 1 as a rule
/// @param damaged the next goods have come damaged
@Json(naming = Json.Naming.LowerUnderscore)
public record TransferringState(Phase phase, long times, boolean damaged) {

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Choose.class, name = "choose")
  @Json.SubType(type = Pack.class, name = "pack")
  @Json.SubType(type = LotWanted.class, name = "lot_wanted")
  @Json.SubType(type = Leave.class, name = "leave")
  @Json.SubType(type = Receive.class, name = "receive")
  @Json.SubType(type = Stranger.class, name = "stranger")
  @Json.SubType(type = Over.class, name = "over")
  @Json.SubType(type = Last.class, name = "last")
  @Json.SubType(type = Explain.class, name = "explain")
  @Json.SubType(type = Because.class, name = "because")
  public sealed interface Phase {}

  /// Which transfer?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Choose() implements Phase {}

  /// What goes: a handling unit, or goods from a bin.
  ///
  /// @param from the bin; absent: none was scanned yet
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Pack(Reference transfer, Optional<LocationCode> from) implements Phase {}

  /// The lot of the goods just scanned, or their serial number.
  ///
  /// @param from the bin they are packed from; absent: they are received
  /// @param to where they are put when they are received; absent: the site's place for that
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LotWanted(
      Reference transfer,
      Optional<LocationCode> from,
      Optional<LocationCode> to,
      Sku sku,
      long units)
      implements Phase {}

  /// Shall it leave?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Leave(Reference transfer, Optional<LocationCode> from) implements Phase {}

  /// What has come.
  ///
  /// @param to where it is put; absent: the site's place for that
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Receive(Reference transfer, Optional<LocationCode> to) implements Phase {}

  /// What was scanned is not on the transfer: what becomes of it?
  ///
  /// @param what was scanned
  /// @param other the transfer it comes with
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Stranger(
      Reference transfer, Optional<LocationCode> to, String what, Optional<Reference> other)
      implements Phase {}

  /// More has come than was sent: shall it be taken?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Over(
      Reference transfer, Optional<LocationCode> to, Sku sku, Optional<LotCode> lot, long units)
      implements Phase {}

  /// Does nothing more come, although some is missing?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Last(Reference transfer, Optional<LocationCode> to) implements Phase {}

  /// Why is some of it missing?
  ///
  /// @param foundIn a place here where it was found; absent: it is gone
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Explain(Reference transfer, Optional<LocationCode> foundIn) implements Phase {}

  /// Is that the reason why it is missing?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Because(Reference transfer, Optional<LocationCode> foundIn, ReasonCode reason)
      implements Phase {}

  /// No transfer opened yet.
  public static TransferringState start() {
    return in(new Choose());
  }

  /// Only this is so.
  static TransferringState in(Phase phase) {
    return new TransferringState(phase, 1, false);
  }

  TransferringState times(long units) {
    return new TransferringState(phase, units, damaged);
  }

  /// Kept until the goods are recorded.
  TransferringState then(Phase next) {
    return new TransferringState(next, times, damaged);
  }

  TransferringState withDamage(boolean comes) {
    return new TransferringState(phase, times, comes);
  }
}
