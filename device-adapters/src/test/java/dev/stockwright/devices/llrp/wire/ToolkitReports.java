package dev.stockwright.devices.llrp.wire;

import dev.stockwright.devices.llrp.wire.MadeReport.MadeCustom;
import dev.stockwright.devices.llrp.wire.MadeReport.MadeTag;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.interfaces.AccessCommandOpSpecResult;
import org.llrp.ltk.generated.interfaces.AirProtocolTagData;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.C1G2_CRC;
import org.llrp.ltk.generated.parameters.C1G2_PC;
import org.llrp.ltk.generated.parameters.Custom;
import org.llrp.ltk.generated.parameters.EPCData;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.TagReportData;
import org.llrp.ltk.types.BitArray_HEX;

/// Reports as the toolkit reads them, and as our own reader does, in the same form.
final class ToolkitReports {
  private ToolkitReports() {}

  static List<MadeTag> read(byte[] frame) throws Exception {
    RO_ACCESS_REPORT report = (RO_ACCESS_REPORT) LLRPMessageFactory.createLLRPMessage(frame);
    List<MadeTag> tags = new ArrayList<>();
    for (TagReportData data : report.getTagReportDataList()) {
      tags.add(tag(data));
    }
    return tags;
  }

  private static MadeTag tag(TagReportData d) {
    OptionalInt pc = OptionalInt.empty();
    OptionalInt crc = OptionalInt.empty();
    for (AirProtocolTagData air : d.getAirProtocolTagDataList()) {
      if (air instanceof C1G2_PC word) {
        pc = OptionalInt.of(word.getPC_Bits().intValue());
      } else if (air instanceof C1G2_CRC word) {
        crc = OptionalInt.of(word.getCRC().intValue());
      }
    }
    boolean epc96 = d.getEPCParameter() instanceof EPC_96;
    return new MadeTag(
        epc96
            ? pad(((EPC_96) d.getEPCParameter()).getEPC().toString(16), 24)
            : hex(((EPCData) d.getEPCParameter()).getEPC()),
        epc96,
        wide(d.getROSpecID() == null ? null : d.getROSpecID().getROSpecID().toLong()),
        narrow(d.getSpecIndex() == null ? null : d.getSpecIndex().getSpecIndex().intValue()),
        narrow(
            d.getInventoryParameterSpecID() == null
                ? null
                : d.getInventoryParameterSpecID().getInventoryParameterSpecID().intValue()),
        narrow(d.getAntennaID() == null ? null : d.getAntennaID().getAntennaID().intValue()),
        narrow(d.getPeakRSSI() == null ? null : (int) d.getPeakRSSI().getPeakRSSI().toByte()),
        narrow(
            d.getChannelIndex() == null ? null : d.getChannelIndex().getChannelIndex().intValue()),
        wide(
            d.getFirstSeenTimestampUTC() == null
                ? null
                : d.getFirstSeenTimestampUTC().getMicroseconds().toLong()),
        wide(
            d.getFirstSeenTimestampUptime() == null
                ? null
                : d.getFirstSeenTimestampUptime().getMicroseconds().toLong()),
        wide(
            d.getLastSeenTimestampUTC() == null
                ? null
                : d.getLastSeenTimestampUTC().getMicroseconds().toLong()),
        wide(
            d.getLastSeenTimestampUptime() == null
                ? null
                : d.getLastSeenTimestampUptime().getMicroseconds().toLong()),
        narrow(d.getTagSeenCount() == null ? null : d.getTagSeenCount().getTagCount().intValue()),
        pc,
        crc,
        wide(d.getAccessSpecID() == null ? null : d.getAccessSpecID().getAccessSpecID().toLong()),
        customs(d).stream()
            .map(
                c ->
                    new MadeCustom(
                        c.getVendorIdentifier().toLong(),
                        c.getParameterSubtype().toLong(),
                        HexFormat.of().formatHex(c.getData().encodeBinary().toByteArray())))
            .toList());
  }

  /// A maker's parameter that nothing stands before is taken for a result of an access command.
  private static List<Custom> customs(TagReportData data) {
    List<Custom> customs = new ArrayList<>();
    for (AccessCommandOpSpecResult result : data.getAccessCommandOpSpecResultList()) {
      if (result instanceof Custom custom) {
        customs.add(custom);
      }
    }
    customs.addAll(data.getCustomList());
    return customs;
  }

  private static OptionalLong wide(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalInt narrow(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static String pad(String hex, int digits) {
    return "0".repeat(digits - hex.length()) + hex.toLowerCase(Locale.ROOT);
  }

  private static String hex(BitArray_HEX bits) {
    StringBuilder binary = new StringBuilder("1");
    for (int i = 0; i < bits.size(); i++) {
      binary.append(bits.get(i).toBoolean() ? '1' : '0');
    }
    return new BigInteger(binary.toString(), 2).toString(16).substring(1);
  }

  /// The same by our own reader; only what the report itself told.
  static List<MadeTag> readByOurs(byte[] frame) {
    Frames frames = new Frames();
    frames.accept(frame, frame.length);
    Frame.Message message = (Frame.Message) frames.next().orElseThrow();
    List<MadeTag> tags = new ArrayList<>();
    new ReportReader()
        .read(message, t -> tags.add(ours(t)))
        .ifPresent(
            fault -> {
              throw new AssertionError(fault.toString());
            });
    return tags;
  }

  static MadeTag ours(TagReport t) {
    List<MadeCustom> customs = new ArrayList<>();
    for (int i = 0; i < t.customs(); i++) {
      customs.add(
          new MadeCustom(
              t.customVendor(i), t.customSubtype(i), HexFormat.of().formatHex(t.customValue(i))));
    }
    return new MadeTag(
        t.epc(),
        t.told(ParameterType.EPC_96),
        told(t, ParameterType.ROSPEC_ID, t.roSpec()),
        told(t, ParameterType.SPEC_INDEX, t.specIndex()),
        told(t, ParameterType.INVENTORY_PARAMETER_SPEC_ID, t.inventorySpec()),
        told(t, ParameterType.ANTENNA_ID, t.antenna()),
        told(t, ParameterType.PEAK_RSSI, (int) t.rssi()),
        told(t, ParameterType.CHANNEL_INDEX, t.channel()),
        told(t, ParameterType.FIRST_SEEN_UTC, t.firstUtc()),
        told(t, ParameterType.FIRST_SEEN_UPTIME, t.firstUptime()),
        told(t, ParameterType.LAST_SEEN_UTC, t.lastUtc()),
        told(t, ParameterType.LAST_SEEN_UPTIME, t.lastUptime()),
        told(t, ParameterType.TAG_SEEN_COUNT, t.count()),
        told(t, ParameterType.C1G2_PC, t.pc()),
        told(t, ParameterType.C1G2_CRC, t.crc()),
        told(t, ParameterType.ACCESS_SPEC_ID, t.accessSpec()),
        customs);
  }

  private static OptionalInt told(TagReport tag, int type, int value) {
    return tag.told(type) ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static OptionalLong told(TagReport tag, int type, long value) {
    return tag.told(type) ? OptionalLong.of(value) : OptionalLong.empty();
  }
}
