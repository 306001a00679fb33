package dev.stockwright.devices.llrp.simulated;

import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.ParameterType;

/// The messages of a reader other than reports.
final class Answers {
  private static final int RECEIVE_SENSITIVITY = 139;
  private static final int LLRP_CAPABILITIES = 142;
  private static final int C1G2_LLRP_CAPABILITIES = 327;
  private static final int FIXED_FREQUENCY_TABLE = 148;
  private static final int FIELD_ERROR = 288;
  private static final int PER_ANTENNA_AIR_PROTOCOL = 140;
  private static final int RF_MODE_TABLE = 328;
  private static final int RF_MODE = 329;
  private static final int M_FIELD_ERROR = 101;
  private static final int A_INVALID = 300;
  private static final int GEN2 = 1;

  private Answers() {}

  static void status(LlrpWriter out, int code, String description) {
    int at = out.begin(ParameterType.LLRP_STATUS);
    out.u16(code).text(description);
    if (code == M_FIELD_ERROR) {
      int error = out.begin(FIELD_ERROR);
      out.u16(0).u16(A_INVALID);
      out.end(error);
    }
    out.end(at);
  }

  static byte[] response(int type, long id, int code, String description) {
    LlrpWriter out = new LlrpWriter();
    int at = out.message(type, id);
    status(out, code, description);
    out.endMessage(at);
    return out.take();
  }

  static byte[] empty(int type, long id) {
    LlrpWriter out = new LlrpWriter();
    out.endMessage(out.message(type, id));
    return out.take();
  }

  /// Writes one event.
  interface Event {
    void write(LlrpWriter out);
  }

  static byte[] event(long id, boolean uptime, long micros, int type, Event event) {
    LlrpWriter out = new LlrpWriter();
    int at = out.message(MessageType.READER_EVENT_NOTIFICATION, id);
    int data = out.begin(ParameterType.READER_EVENT_NOTIFICATION_DATA);
    int time = out.begin(uptime ? ParameterType.UPTIME : ParameterType.UTC_TIMESTAMP);
    out.u64(micros);
    out.end(time);
    int inner = out.begin(type);
    event.write(out);
    out.end(inner);
    out.end(data);
    out.endMessage(at);
    return out.take();
  }

  static byte[] capabilities(long id, ReaderModel model) {
    LlrpWriter out = new LlrpWriter();
    int at = out.message(MessageType.GET_READER_CAPABILITIES_RESPONSE, id);
    status(out, 0, "");
    int general = out.begin(ParameterType.GENERAL_DEVICE_CAPABILITIES);
    out.u16(model.antennas()).u16(0x4000).u32(model.maker()).u32(model.model());
    out.text(model.firmware());
    int sensitivity = out.begin(RECEIVE_SENSITIVITY);
    out.u16(1).u16(0);
    out.end(sensitivity);
    int gpio = out.begin(ParameterType.GPIO_CAPABILITIES);
    out.u16(4).u16(4);
    out.end(gpio);
    for (int antenna = 1; antenna <= model.antennas(); antenna++) {
      int protocol = out.begin(PER_ANTENNA_AIR_PROTOCOL);
      out.u16(antenna).u16(1).u8(GEN2);
      out.end(protocol);
    }
    out.end(general);
    int llrp = out.begin(LLRP_CAPABILITIES);
    out.u8(0x48).u8(1).u16(0).u32(16).u32(16).u32(1).u32(64).u32(16);
    out.end(llrp);
    regulatory(out, model);
    int air = out.begin(C1G2_LLRP_CAPABILITIES);
    out.u8(0x40).u16(2);
    out.end(air);
    out.endMessage(at);
    return out.take();
  }

  private static void regulatory(LlrpWriter out, ReaderModel model) {
    int regulatory = out.begin(ParameterType.REGULATORY_CAPABILITIES);
    out.u16(model.hopping() ? 840 : 276).u16(model.hopping() ? 1 : 2);
    int band = out.begin(ParameterType.UHF_BAND_CAPABILITIES);
    for (int i = 0; i < model.powerLevels(); i++) {
      int level = out.begin(ParameterType.TRANSMIT_POWER_LEVEL);
      out.u16(i + 1).u16(model.leastPower() + i * model.powerStep());
      out.end(level);
    }
    int frequencies = out.begin(ParameterType.FREQUENCY_INFORMATION);
    out.u8(model.hopping() ? 0x80 : 0);
    if (model.hopping()) {
      int table = out.begin(ParameterType.FREQUENCY_HOP_TABLE);
      out.u8(1).u8(0).u16(2).u32(902_750).u32(915_250);
      out.end(table);
    } else {
      int table = out.begin(FIXED_FREQUENCY_TABLE);
      out.u16(4).u32(865_700).u32(866_300).u32(866_900).u32(867_500);
      out.end(table);
    }
    out.end(frequencies);
    int modes = out.begin(RF_MODE_TABLE);
    int mode = out.begin(RF_MODE);
    out.u32(2).u8(0x80).u8(2).u8(0).u8(3); // 64/3, Miller 4, DSB-ASK, dense
    out.u32(274_000).u32(2000).u32(20_000).u32(20_000).u32(0);
    out.end(mode);
    out.end(modes);
    out.end(band);
    out.end(regulatory);
  }
}
