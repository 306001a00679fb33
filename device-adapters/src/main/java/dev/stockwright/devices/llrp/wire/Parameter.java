package dev.stockwright.devices.llrp.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One parameter of a control message, by its place in the frame. Numbers outside it read as zero
/// and texts end with it, so that nothing a reader sends can fail here.
///
/// @param type a number of [ParameterType]
/// @param from where its value begins
/// @param to behind its last byte
@SuppressWarnings("ArrayRecordComponent") // A view of the frame, never compared.
public record Parameter(int type, byte[] frame, int from, int to) {
  /// The parameters of a message behind its fixed fields.
  ///
  /// @param fixed length of the fields between header and first parameter
  public static Parsed of(Frame.Message message, int fixed) {
    return parse(message.bytes(), Frame.Message.HEADER + fixed, message.bytes().length);
  }

  /// The parameters inside this one, behind its fixed fields.
  public Parsed inside(int fixed) {
    return parse(frame, from + fixed, to);
  }

  /// A list of parameters as far as it could be read.
  ///
  /// @param fault why it could not be read to its end
  public record Parsed(List<Parameter> list, Optional<Malformed> fault) {
    /// The first of a type.
    public Optional<Parameter> first(int type) {
      for (Parameter parameter : list) {
        if (parameter.type == type) {
          return Optional.of(parameter);
        }
      }
      return Optional.empty();
    }
  }

  private static Parsed parse(byte[] frame, int from, int to) {
    List<Parameter> list = new ArrayList<>();
    int at = from;
    while (at < to) {
      boolean tv = frame[at] < 0;
      int type;
      int value;
      int length;
      if (tv) {
        type = frame[at] & 0x7f;
        value = at + 1;
        length = ParameterType.tvLength(type);
      } else {
        if (to - at < 4) {
          return broken(list, "truncated", at);
        }
        type = BigEndian.u16(frame, at) & 0x3ff;
        value = at + 4;
        length = BigEndian.u16(frame, at + 2) - 4;
      }
      if (length < 0) {
        return broken(list, tv ? "unknown_parameter" : "length_too_small", at);
      }
      if (length > to - value) {
        return broken(list, "truncated", at);
      }
      list.add(new Parameter(type, frame, value, value + length));
      at = value + length;
    }
    return new Parsed(list, Optional.empty());
  }

  private static Parsed broken(List<Parameter> list, String code, int at) {
    return new Parsed(
        list, Optional.of(new Malformed(code, at, "A message of the reader cannot be read.")));
  }

  public int u8(int offset) {
    return holds(offset, 1) ? BigEndian.u8(frame, from + offset) : 0;
  }

  public int u16(int offset) {
    return holds(offset, 2) ? BigEndian.u16(frame, from + offset) : 0;
  }

  public int s16(int offset) {
    return holds(offset, 2) ? BigEndian.s16(frame, from + offset) : 0;
  }

  public long u32(int offset) {
    return holds(offset, 4) ? BigEndian.u32(frame, from + offset) : 0;
  }

  /// A text with its length in two bytes before it; control characters become spaces, because
  /// people will see it.
  public String text(int offset) {
    int length = Math.min(u16(offset), Math.max(0, to - from - offset - 2));
    return length == 0
        ? ""
        : new String(frame, from + offset + 2, length, StandardCharsets.UTF_8)
            .replaceAll("\\p{Cntrl}", " ")
            .strip();
  }

  private boolean holds(int offset, int length) {
    return to - from - offset >= length;
  }
}
