package dev.stockwright.devices.llrp.wire;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.AccessSpecID;
import org.llrp.ltk.generated.parameters.AntennaID;
import org.llrp.ltk.generated.parameters.C1G2_CRC;
import org.llrp.ltk.generated.parameters.C1G2_PC;
import org.llrp.ltk.generated.parameters.ChannelIndex;
import org.llrp.ltk.generated.parameters.Custom;
import org.llrp.ltk.generated.parameters.EPCData;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.FirstSeenTimestampUTC;
import org.llrp.ltk.generated.parameters.FirstSeenTimestampUptime;
import org.llrp.ltk.generated.parameters.InventoryParameterSpecID;
import org.llrp.ltk.generated.parameters.LastSeenTimestampUTC;
import org.llrp.ltk.generated.parameters.LastSeenTimestampUptime;
import org.llrp.ltk.generated.parameters.PeakRSSI;
import org.llrp.ltk.generated.parameters.ROSpecID;
import org.llrp.ltk.generated.parameters.SpecIndex;
import org.llrp.ltk.generated.parameters.TagReportData;
import org.llrp.ltk.generated.parameters.TagSeenCount;
import org.llrp.ltk.types.BitArray_HEX;
import org.llrp.ltk.types.BytesToEnd_HEX;
import org.llrp.ltk.types.Integer96_HEX;
import org.llrp.ltk.types.LLRPBitList;
import org.llrp.ltk.types.SignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedLong_DATETIME;
import org.llrp.ltk.types.UnsignedShort;

/// A report made up from a seed, written three ways: by the toolkit, by hand from the layout of the
/// standard, and as the line that reading it must give.
record MadeReport(long id, List<MadeTag> tags) {
  /// A parameter of a maker.
  record MadeCustom(long vendor, long subtype, String hex) {}

  /// One tag; what is empty is left out.
  record MadeTag(
      String epc,
      boolean epc96,
      OptionalLong roSpec,
      OptionalInt specIndex,
      OptionalInt inventorySpec,
      OptionalInt antenna,
      OptionalInt rssi,
      OptionalInt channel,
      OptionalLong firstUtc,
      OptionalLong firstUptime,
      OptionalLong lastUtc,
      OptionalLong lastUptime,
      OptionalInt count,
      OptionalInt pc,
      OptionalInt crc,
      OptionalLong accessSpec,
      List<MadeCustom> customs) {}

  static MadeReport random(RandomGenerator random) {
    List<MadeTag> tags = new ArrayList<>();
    int count = random.nextInt(1, 6);
    for (int i = 0; i < count; i++) {
      tags.add(tag(random));
    }
    return new MadeReport(random.nextLong(1L << 32), tags);
  }

  private static MadeTag tag(RandomGenerator random) {
    boolean epc96 = random.nextBoolean();
    byte[] epc = new byte[epc96 ? 12 : 2 * random.nextInt(1, 32)];
    random.nextBytes(epc);
    for (int i = random.nextInt(4); i > 0 && i <= epc.length; i--) {
      epc[i - 1] = 0; // Leading zeros, often.
    }
    List<MadeCustom> customs = new ArrayList<>();
    for (int i = random.nextInt(8); i > 5; i--) {
      byte[] value = new byte[random.nextInt(1, 20)];
      random.nextBytes(value);
      customs.add(new MadeCustom(word(random), word(random), HexFormat.of().formatHex(value)));
    }
    return new MadeTag(
        HexFormat.of().formatHex(epc),
        epc96,
        random.nextBoolean() ? OptionalLong.of(word(random)) : OptionalLong.empty(),
        number(random, 1 << 16),
        number(random, 1 << 16),
        number(random, 1 << 16),
        random.nextBoolean() ? OptionalInt.of(random.nextInt(-128, 128)) : OptionalInt.empty(),
        number(random, 1 << 16),
        time(random),
        time(random),
        time(random),
        time(random),
        number(random, 1 << 16),
        number(random, 1 << 16),
        number(random, 1 << 16),
        random.nextBoolean() ? OptionalLong.of(word(random)) : OptionalLong.empty(),
        customs);
  }

  private static long word(RandomGenerator random) {
    return random.nextLong(1L << 32);
  }

  private static OptionalInt number(RandomGenerator random, int bound) {
    return random.nextBoolean() ? OptionalInt.of(random.nextInt(bound)) : OptionalInt.empty();
  }

  private static OptionalLong time(RandomGenerator random) {
    return random.nextBoolean() ? OptionalLong.of(random.nextLong(1L << 52)) : OptionalLong.empty();
  }

  /// As the toolkit writes it.
  byte[] byToolkit() throws Exception {
    RO_ACCESS_REPORT report = new RO_ACCESS_REPORT();
    report.setMessageID(new UnsignedInteger(id));
    for (MadeTag tag : tags) {
      report.addToTagReportDataList(toolkitTag(tag));
    }
    return report.encodeBinary();
  }

  private static TagReportData toolkitTag(MadeTag tag) {
    TagReportData data = new TagReportData();
    if (tag.epc96) {
      EPC_96 epc = new EPC_96();
      epc.setEPC(new Integer96_HEX(tag.epc));
      data.setEPCParameter(epc);
    } else {
      EPCData epc = new EPCData();
      LLRPBitList bits = new LLRPBitList();
      String binary = new BigInteger("1" + tag.epc, 16).toString(2).substring(1);
      for (int i = 0; i < binary.length(); i++) {
        bits.add(binary.charAt(i) == '1');
      }
      BitArray_HEX array = new BitArray_HEX(binary.length());
      for (int i = 0; i < binary.length(); i++) {
        if (bits.get(i)) {
          array.set(i);
        }
      }
      epc.setEPC(array);
      data.setEPCParameter(epc);
    }
    identifiers(tag, data);
    times(tag, data);
    tag.count.ifPresent(
        value -> {
          TagSeenCount count = new TagSeenCount();
          count.setTagCount(new UnsignedShort(value));
          data.setTagSeenCount(count);
        });
    tag.pc.ifPresent(
        value -> {
          C1G2_PC pc = new C1G2_PC();
          pc.setPC_Bits(new UnsignedShort(value));
          data.addToAirProtocolTagDataList(pc);
        });
    tag.crc.ifPresent(
        value -> {
          C1G2_CRC crc = new C1G2_CRC();
          crc.setCRC(new UnsignedShort(value));
          data.addToAirProtocolTagDataList(crc);
        });
    for (MadeCustom made : tag.customs) {
      Custom custom = new Custom();
      custom.setVendorIdentifier(new UnsignedInteger(made.vendor));
      custom.setParameterSubtype(new UnsignedInteger(made.subtype));
      custom.setData(new BytesToEnd_HEX(made.hex));
      data.addToCustomList(custom);
    }
    return data;
  }

  private static void identifiers(MadeTag tag, TagReportData data) {
    tag.roSpec.ifPresent(
        value -> {
          ROSpecID id = new ROSpecID();
          id.setROSpecID(new UnsignedInteger(value));
          data.setROSpecID(id);
        });
    tag.specIndex.ifPresent(
        value -> {
          SpecIndex index = new SpecIndex();
          index.setSpecIndex(new UnsignedShort(value));
          data.setSpecIndex(index);
        });
    tag.inventorySpec.ifPresent(
        value -> {
          InventoryParameterSpecID id = new InventoryParameterSpecID();
          id.setInventoryParameterSpecID(new UnsignedShort(value));
          data.setInventoryParameterSpecID(id);
        });
    tag.antenna.ifPresent(
        value -> {
          AntennaID id = new AntennaID();
          id.setAntennaID(new UnsignedShort(value));
          data.setAntennaID(id);
        });
    tag.rssi.ifPresent(
        value -> {
          PeakRSSI rssi = new PeakRSSI();
          rssi.setPeakRSSI(new SignedByte(value));
          data.setPeakRSSI(rssi);
        });
    tag.channel.ifPresent(
        value -> {
          ChannelIndex index = new ChannelIndex();
          index.setChannelIndex(new UnsignedShort(value));
          data.setChannelIndex(index);
        });
    tag.accessSpec.ifPresent(
        value -> {
          AccessSpecID id = new AccessSpecID();
          id.setAccessSpecID(new UnsignedInteger(value));
          data.setAccessSpecID(id);
        });
  }

  private static void times(MadeTag tag, TagReportData data) {
    tag.firstUtc.ifPresent(
        value -> {
          FirstSeenTimestampUTC time = new FirstSeenTimestampUTC();
          time.setMicroseconds(new UnsignedLong_DATETIME(value));
          data.setFirstSeenTimestampUTC(time);
        });
    tag.firstUptime.ifPresent(
        value -> {
          FirstSeenTimestampUptime time = new FirstSeenTimestampUptime();
          time.setMicroseconds(new org.llrp.ltk.types.UnsignedLong(value));
          data.setFirstSeenTimestampUptime(time);
        });
    tag.lastUtc.ifPresent(
        value -> {
          LastSeenTimestampUTC time = new LastSeenTimestampUTC();
          time.setMicroseconds(new UnsignedLong_DATETIME(value));
          data.setLastSeenTimestampUTC(time);
        });
    tag.lastUptime.ifPresent(
        value -> {
          LastSeenTimestampUptime time = new LastSeenTimestampUptime();
          time.setMicroseconds(new org.llrp.ltk.types.UnsignedLong(value));
          data.setLastSeenTimestampUptime(time);
        });
  }

  /// As the layout of the standard says, byte by byte.
  byte[] byHand() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (MadeTag tag : tags) {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      byte[] epc = HexFormat.of().parseHex(tag.epc);
      if (tag.epc96) {
        data.write(0x8d);
        data.writeBytes(epc);
      } else {
        data.writeBytes(
            ByteBuffer.allocate(6 + epc.length)
                .putShort((short) 241)
                .putShort((short) (6 + epc.length))
                .putShort((short) (8 * epc.length))
                .put(epc)
                .array());
      }
      tag.roSpec.ifPresent(v -> tv(data, 9, v, 4));
      tag.specIndex.ifPresent(v -> tv(data, 14, v, 2));
      tag.inventorySpec.ifPresent(v -> tv(data, 10, v, 2));
      tag.antenna.ifPresent(v -> tv(data, 1, v, 2));
      tag.rssi.ifPresent(v -> tv(data, 6, v, 1));
      tag.channel.ifPresent(v -> tv(data, 7, v, 2));
      tag.firstUtc.ifPresent(v -> tv(data, 2, v, 8));
      tag.firstUptime.ifPresent(v -> tv(data, 3, v, 8));
      tag.lastUtc.ifPresent(v -> tv(data, 4, v, 8));
      tag.lastUptime.ifPresent(v -> tv(data, 5, v, 8));
      tag.count.ifPresent(v -> tv(data, 8, v, 2));
      tag.pc.ifPresent(v -> tv(data, 12, v, 2));
      tag.crc.ifPresent(v -> tv(data, 11, v, 2));
      tag.accessSpec.ifPresent(v -> tv(data, 16, v, 4));
      for (MadeCustom custom : tag.customs) {
        byte[] value = HexFormat.of().parseHex(custom.hex);
        data.writeBytes(
            ByteBuffer.allocate(12 + value.length)
                .putShort((short) 1023)
                .putShort((short) (12 + value.length))
                .putInt((int) custom.vendor)
                .putInt((int) custom.subtype)
                .put(value)
                .array());
      }
      body.writeBytes(
          ByteBuffer.allocate(4 + data.size())
              .putShort((short) 240)
              .putShort((short) (4 + data.size()))
              .put(data.toByteArray())
              .array());
    }
    return ByteBuffer.allocate(10 + body.size())
        .putShort((short) (1 << 10 | 61))
        .putInt(10 + body.size())
        .putInt((int) id)
        .put(body.toByteArray())
        .array();
  }

  private static void tv(ByteArrayOutputStream out, int type, long value, int length) {
    out.write(0x80 | type);
    for (int i = length - 1; i >= 0; i--) {
      out.write((int) (value >> 8 * i));
    }
  }
}
