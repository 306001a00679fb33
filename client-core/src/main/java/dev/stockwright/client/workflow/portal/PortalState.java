package dev.stockwright.client.workflow.portal;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// How far a gate's session is: a value without words, so that it can be written down and shown in
/// any language.
///
/// @param order the purchase order that the goods come for
/// @param staging where they are put down; the warehouse's own receiving location when absent
/// @param heard every tag of the session and every piece of it that was scanned instead
/// @param posted keys of what was received by this gate for this order; heard again it is old news
@Json(naming = Json.Naming.LowerUnderscore)
public record PortalState(
    Optional<Reference> order,
    Optional<LocationCode> staging,
    Phase phase,
    List<Heard> heard,
    List<String> posted) {
  public PortalState {
    heard = List.copyOf(heard);
    posted = List.copyOf(posted);
  }

  /// What the gate does.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Idle.class, name = "idle")
  @Json.SubType(type = Reading.class, name = "reading")
  @Json.SubType(type = Ended.class, name = "ended")
  public sealed interface Phase {}

  /// Nothing; the first tag or a key begins a session.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Idle() implements Phase {}

  /// Goods pass.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Reading() implements Phase {}

  /// Nothing new was heard for a while, and a person decides what becomes of it.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Ended() implements Phase {}

  /// A piece that was heard, or scanned because it was not.
  ///
  /// @param key the tag's whole code, or that of a scanned piece; the same piece has one
  /// @param sku absent: the device does not know what it is
  /// @param weak so faint that it may be in the next bay
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Heard(String key, Optional<Sku> sku, Optional<SerialNumber> serial, boolean weak) {}

  /// A gate that has read nothing yet.
  public static PortalState start() {
    return new PortalState(Optional.empty(), Optional.empty(), new Idle(), List.of(), List.of());
  }

  /// For another order nothing was posted yet.
  PortalState on(Reference number) {
    return order.equals(Optional.of(number))
        ? this
        : new PortalState(Optional.of(number), staging, new Idle(), List.of(), List.of());
  }

  PortalState at(LocationCode place) {
    return new PortalState(order, Optional.of(place), phase, heard, posted);
  }

  PortalState in(Phase next) {
    return new PortalState(order, staging, next, heard, posted);
  }

  PortalState hearing(List<Heard> all) {
    return new PortalState(order, staging, phase, all, posted);
  }

  /// Nothing of the session is left but what was posted.
  PortalState after(List<String> received) {
    return new PortalState(order, staging, new Idle(), List.of(), received);
  }
}
