package dev.stockwright.devices.rfid;

/// What an antenna stands for.
public record ReadPoint(Place place, Role role) {
  /// What tags do in front of an antenna.
  public enum Role {
    /// They lie there.
    SHELF,
    /// They pass; this antenna looks at the warehouse's side of the door.
    PORTAL_INSIDE,
    /// They pass; this antenna looks at the yard's side of the door.
    PORTAL_OUTSIDE,
    /// They pass, in one direction only: out.
    EXIT;

    /// True for a door's.
    public boolean portal() {
      return this == PORTAL_INSIDE || this == PORTAL_OUTSIDE;
    }
  }
}
