package dev.stockwright.server.stream;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// What those see of a warehouse who must not know how much there should be: every event with its
/// number, so that nothing is missing, and none of the figures.
final class BlindFrames {
  /// What stands instead of an event with figures.
  private static final Reference HIDDEN = new Reference("hidden");

  private BlindFrames() {}

  /// The frame without figures.
  static String of(String frame) {
    return switch (Wire.SERVER_FRAME.read(frame)) {
      case ServerFrame.Snapshot f ->
          Wire.SERVER_FRAME.text(
              new ServerFrame.Snapshot(
                  f.warehouse(), f.epoch(), f.n(), f.page(), f.done(), List.of()));
      case ServerFrame.Events f ->
          Wire.SERVER_FRAME.text(
              new ServerFrame.Events(
                  f.warehouse(), f.events().stream().map(BlindFrames::of).toList()));
      case ServerFrame.Subscribed _, ServerFrame.Heartbeat _, ServerFrame.Problem _ -> frame;
    };
  }

  private static Event of(Event event) {
    return switch (event) {
      case Event.DocumentChanged e
          when e.document() == DocumentKind.TASK || e.document() == DocumentKind.COUNT ->
          new Event.DocumentChanged(
              e.n(),
              e.at(),
              e.commandId(),
              e.document(),
              e.number(),
              e.state(),
              e.detail().filter(detail -> e.document() == DocumentKind.COUNT || who(e, detail)),
              List.of());
      case Event.DocumentChanged e
          when e.document() != DocumentKind.ALERT && e.document() != DocumentKind.PROPOSAL ->
          changed(e, e.document(), e.number(), e.state());
      case Event.DocumentChanged e -> changed(e, DocumentKind.OTHER, HIDDEN, "changed");
      case Event.StockMoved e -> changed(e, DocumentKind.OTHER, HIDDEN, "changed");
      case Event.ReservationPlaced e -> changed(e, DocumentKind.OTHER, HIDDEN, "changed");
      case Event.ReservationCommitted e -> changed(e, DocumentKind.OTHER, HIDDEN, "changed");
      case Event.ReservationReleased e -> changed(e, DocumentKind.OTHER, HIDDEN, "changed");
      case Event.ReservationExpired e -> changed(e, DocumentKind.OTHER, HIDDEN, "changed");
    };
  }

  /// Of a task they hear who has it; other words of it may say how much is left.
  private static boolean who(Event.DocumentChanged event, String detail) {
    return event.state().equals("leased") && detail.indexOf(' ') < 0;
  }

  private static Event changed(Event event, DocumentKind kind, Reference number, String state) {
    return new Event.DocumentChanged(
        event.n(), event.at(), event.commandId(), kind, number, state, Optional.empty(), List.of());
  }
}
