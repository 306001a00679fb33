package dev.stockwright.devices.llrp.wire;

import static dev.stockwright.devices.llrp.wire.BigEndian.s16;
import static dev.stockwright.devices.llrp.wire.BigEndian.s64;
import static dev.stockwright.devices.llrp.wire.BigEndian.u16;
import static dev.stockwright.devices.llrp.wire.BigEndian.u32;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the RO_ACCESS_REPORTs of one connection, without taking memory for a tag. It remembers
/// what a reader may leave out; see [TagReport]. Owned by one thread.
///
/// A report is right or wrong as a whole: tags that were shown before the mistake was met are to be
/// dropped.
public final class ReportReader {
  /// Longest EPC that a tag of the second generation can hold.
  public static final int EPC_BITS_MAX = 496;

  private static final int IMPINJ = 25882;
  private static final int IMPINJ_PEAK_RSSI = 57;
  private static final int TLV_HEADER = 4;

  private final TagReport tag = new TagReport();
  private @Nullable Malformed fault; // None so far.

  /// Reads one report.
  ///
  /// @param message of type [MessageType#RO_ACCESS_REPORT]
  /// @return what is wrong with it, when something is
  public Optional<Malformed> read(Frame.Message message, TagSink to) {
    fault = null;
    byte[] bytes = message.bytes();
    int at = Frame.Message.HEADER;
    while (at < bytes.length) {
      int end = tlvEnd(bytes, at, bytes.length);
      if (end < 0) {
        break;
      }
      if ((u16(bytes, at) & 0x3ff) == ParameterType.TAG_REPORT_DATA) {
        if (!tag(bytes, at + TLV_HEADER, end)) {
          break;
        }
        to.tag(tag);
      }
      at = end;
    }
    return Optional.ofNullable(fault);
  }

  /// Where the TLV parameter ends; -1 when it is broken, and then [#fault] is set.
  private int tlvEnd(byte[] bytes, int at, int limit) {
    if (limit - at < TLV_HEADER) {
      return fault("truncated", at, "A parameter of the report is cut off.");
    }
    if (bytes[at] < 0 || (u16(bytes, at) & 0x3ff) < ParameterType.TLV_MIN) {
      return fault("unexpected_parameter", at, "A parameter stands where the report has none.");
    }
    int length = u16(bytes, at + 2);
    if (length < TLV_HEADER) {
      return fault(
          "length_too_small", at + 2, "A parameter of the report is shorter than 4 bytes.");
    }
    if (length > limit - at) {
      return fault("truncated", at + 2, "A parameter is longer than what holds it.");
    }
    return at + length;
  }

  private int fault(String code, int at, String message) {
    fault = new Malformed(code, at, message);
    return -1;
  }

  private boolean tag(byte[] bytes, int from, int end) {
    tag.begin(bytes);
    int at = from;
    while (at < end) {
      int first = bytes[at];
      at = first < 0 ? tv(bytes, at, first & 0x7f, end) : tlv(bytes, at, end);
      if (at < 0) {
        return false;
      }
    }
    if (tag.epcAt < 0) {
      fault("no_epc", from, "A tag of the report has no EPC.");
      return false;
    }
    tag.end();
    return true;
  }

  private int tv(byte[] bytes, int at, int type, int end) {
    int length = ParameterType.tvLength(type);
    int value = at + 1;
    if (length < 0) {
      return fault(
          "unknown_parameter", at, "The report has a parameter " + type + " of no length.");
    }
    if (length > end - value) {
      return fault("truncated", at, "A parameter of a tag is cut off.");
    }
    tag.told |= 1 << type;
    switch (type) {
      case ParameterType.EPC_96 -> {
        tag.epcAt = value;
        tag.epcBits = 96;
      }
      case ParameterType.ANTENNA_ID -> tag.antenna = u16(bytes, value);
      case ParameterType.PEAK_RSSI -> tag.rssi = bytes[value];
      case ParameterType.LAST_SEEN_UTC -> tag.lastUtc = s64(bytes, value);
      case ParameterType.FIRST_SEEN_UTC -> tag.firstUtc = s64(bytes, value);
      case ParameterType.LAST_SEEN_UPTIME -> tag.lastUptime = s64(bytes, value);
      case ParameterType.FIRST_SEEN_UPTIME -> tag.firstUptime = s64(bytes, value);
      case ParameterType.TAG_SEEN_COUNT -> tag.count = u16(bytes, value);
      case ParameterType.CHANNEL_INDEX -> tag.channel = u16(bytes, value);
      case ParameterType.ROSPEC_ID -> tag.roSpec = u32(bytes, value);
      case ParameterType.SPEC_INDEX -> tag.specIndex = u16(bytes, value);
      case ParameterType.INVENTORY_PARAMETER_SPEC_ID -> tag.inventorySpec = u16(bytes, value);
      case ParameterType.ACCESS_SPEC_ID -> tag.accessSpec = u32(bytes, value);
      case ParameterType.C1G2_PC -> tag.pc = u16(bytes, value);
      case ParameterType.C1G2_CRC -> tag.crc = u16(bytes, value);
      default -> {
        // Known by length only.
      }
    }
    return value + length;
  }

  private int tlv(byte[] bytes, int at, int limit) {
    int end = tlvEnd(bytes, at, limit);
    if (end < 0) {
      return end;
    }
    int value = at + TLV_HEADER;
    return switch (u16(bytes, at) & 0x3ff) {
      case ParameterType.EPC_DATA -> epcData(bytes, value, end);
      case ParameterType.CUSTOM -> custom(bytes, value, end);
      default -> end; // Results of access commands, and what later versions add.
    };
  }

  private int epcData(byte[] bytes, int value, int end) {
    if (end - value < 2) {
      return fault("truncated", value, "An EPC is cut off.");
    }
    int bits = u16(bytes, value);
    if (bits > EPC_BITS_MAX) {
      return fault(
          "epc_too_long", value, "An EPC of " + bits + " bits; no tag holds more than 496.");
    }
    if ((bits + 7) / 8 > end - value - 2) {
      return fault("truncated", value, "An EPC is cut off.");
    }
    tag.epcAt = value + 2;
    tag.epcBits = bits;
    return end;
  }

  private int custom(byte[] bytes, int value, int end) {
    if (end - value < 8) {
      return fault("truncated", value, "A maker's parameter is cut off.");
    }
    if (tag.customs < TagReport.CUSTOMS_MAX) {
      tag.customAt[tag.customs] = value;
      tag.customEnd[tag.customs] = end;
      tag.customs++;
    }
    if (end - value == 10
        && u32(bytes, value) == IMPINJ
        && u32(bytes, value + 4) == IMPINJ_PEAK_RSSI) {
      tag.fine = true;
      tag.fineRssi = s16(bytes, value + 8);
      if (!tag.told(ParameterType.PEAK_RSSI)) {
        tag.rssi = Math.round(tag.fineRssi / 100f);
      }
    }
    return end;
  }
}
