package dev.stockwright.devices.llrp.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that happened at a reader, as a READER_EVENT_NOTIFICATION tells it.
public sealed interface ReaderEvent {
  /// Whether this client was let in.
  ///
  /// @param status 0 let in, 1 the reader has called somebody itself, 2 another client is
  ///     connected, 3 other reasons, 4 somebody else tried while this client is connected
  record ConnectionAttempt(int status) implements ReaderEvent {}

  /// The reader will close this connection.
  record ConnectionClosing() implements ReaderEvent {}

  record Antenna(int antenna, boolean connected) implements ReaderEvent {}

  /// An input, such as a light barrier, changed.
  record Input(int port, boolean on) implements ReaderEvent {}

  /// Trouble inside the reader, in its own words.
  record Trouble(String message) implements ReaderEvent {}

  /// A reading operation began or ended.
  ///
  /// @param kind 0 began, 1 ended, 2 gave way to another one
  record RoSpec(int kind, long id) implements ReaderEvent {}

  /// The reader's memory for reports fills.
  record BufferFilling(int percent) implements ReaderEvent {}

  /// The reader had to throw reports away.
  record BufferOverflow() implements ReaderEvent {}

  /// Not used here.
  record Other(int type) implements ReaderEvent {}

  /// What was read of a notification.
  ///
  /// @param fault why not all of it could be read
  record Read(List<ReaderEvent> events, Optional<Malformed> fault) {}

  /// Reads a READER_EVENT_NOTIFICATION.
  static Read of(Frame.Message message) {
    Parameter.Parsed outer = Parameter.of(message, 0);
    Optional<Parameter> data = outer.first(ParameterType.READER_EVENT_NOTIFICATION_DATA);
    if (data.isEmpty()) {
      return new Read(List.of(), outer.fault());
    }
    Parameter.Parsed inner = data.get().inside(0);
    List<ReaderEvent> events = new ArrayList<>();
    for (Parameter parameter : inner.list()) {
      if (parameter.type() != ParameterType.UTC_TIMESTAMP
          && parameter.type() != ParameterType.UPTIME) {
        events.add(of(parameter));
      }
    }
    return new Read(events, outer.fault().or(inner::fault));
  }

  private static ReaderEvent of(Parameter p) {
    return switch (p.type()) {
      case ParameterType.CONNECTION_ATTEMPT_EVENT -> new ConnectionAttempt(p.u16(0));
      case ParameterType.CONNECTION_CLOSE_EVENT -> new ConnectionClosing();
      case ParameterType.ANTENNA_EVENT -> new Antenna(p.u16(1), p.u8(0) == 1);
      case ParameterType.GPI_EVENT -> new Input(p.u16(0), (p.u8(2) & 0x80) != 0);
      case ParameterType.READER_EXCEPTION_EVENT -> new Trouble(p.text(0));
      case ParameterType.ROSPEC_EVENT -> new RoSpec(p.u8(0), p.u32(1));
      case ParameterType.REPORT_BUFFER_LEVEL_WARNING -> new BufferFilling(p.u8(0));
      case ParameterType.REPORT_BUFFER_OVERFLOW -> new BufferOverflow();
      default -> new Other(p.type());
    };
  }
}
