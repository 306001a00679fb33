package dev.stockwright.devices.llrp.simulated;

import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.ParameterType;

/// Writes RO_ACCESS_REPORTs with the fields a client asked for. Owned by one thread.
final class ReportWriter {
  private static final int EPC_96_BYTES = 12;

  private final Faults faults;
  private LlrpWriter out = new LlrpWriter();
  private int antennaBefore = -1;
  private int rssiBefore = Integer.MIN_VALUE;
  private long roSpecBefore = -1;
  private int message;

  ReportWriter(Faults faults) {
    this.faults = faults;
  }

  void begin(LlrpWriter to, long id) {
    out = to;
    message = out.message(MessageType.RO_ACCESS_REPORT, id);
  }

  void end() {
    out.endMessage(message);
  }

  /// One tag.
  ///
  /// @param micros when it was heard, by the reader's clock
  void tag(RoSpecRequest spec, byte[] epc, int antenna, int rssi, long micros) {
    int data = out.begin(ParameterType.TAG_REPORT_DATA);
    if (epc.length == EPC_96_BYTES) {
      out.tv(ParameterType.EPC_96).raw(epc);
    } else {
      int at = out.begin(ParameterType.EPC_DATA);
      out.u16(epc.length * 8).raw(epc);
      out.end(at);
    }
    boolean omit = faults.omitUnchanged();
    if (wanted(spec, RoSpecRequest.ROSPEC_ID) && !(omit && spec.id() == roSpecBefore)) {
      out.tv(ParameterType.ROSPEC_ID).u32(spec.id());
    }
    if (wanted(spec, RoSpecRequest.ANTENNA) && !(omit && antenna == antennaBefore)) {
      out.tv(ParameterType.ANTENNA_ID).u16(antenna);
    }
    if (wanted(spec, RoSpecRequest.RSSI) && !(omit && rssi == rssiBefore)) {
      out.tv(ParameterType.PEAK_RSSI).u8(rssi);
    }
    boolean uptime = faults.uptimeOnly();
    if (wanted(spec, RoSpecRequest.FIRST_SEEN)) {
      out.tv(uptime ? ParameterType.FIRST_SEEN_UPTIME : ParameterType.FIRST_SEEN_UTC).u64(micros);
    }
    if (wanted(spec, RoSpecRequest.LAST_SEEN)) {
      out.tv(uptime ? ParameterType.LAST_SEEN_UPTIME : ParameterType.LAST_SEEN_UTC).u64(micros);
    }
    if (wanted(spec, RoSpecRequest.SEEN_COUNT)) {
      out.tv(ParameterType.TAG_SEEN_COUNT).u16(1);
    }
    out.end(data);
    roSpecBefore = spec.id();
    antennaBefore = antenna;
    rssiBefore = rssi;
  }

  private static boolean wanted(RoSpecRequest spec, int field) {
    return (spec.content() & field) != 0;
  }
}
