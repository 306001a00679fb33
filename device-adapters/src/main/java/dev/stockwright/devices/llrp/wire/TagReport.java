package dev.stockwright.devices.llrp.wire;

import java.util.Arrays;
import java.util.HexFormat;

/// One tag of a report, as the reader told it. The object is used again for the next tag: take what
/// is needed while it is shown.
///
/// Antenna, signal strength, channel and the ids of the specs hold the value last told on this
/// connection when the reader leaves them out, because LLRP lets it leave out what did not change;
/// [#told] says whether this report had them.
public final class TagReport {
  static final int CUSTOMS_MAX = 16;

  byte[] frame = new byte[0];
  int epcAt;
  int epcBits;
  int told;
  int antenna;
  int rssi;
  int fineRssi;
  boolean fine;
  int channel;
  int count;
  long firstUtc;
  long lastUtc;
  long firstUptime;
  long lastUptime;
  long roSpec;
  int specIndex;
  int inventorySpec;
  long accessSpec;
  int pc;
  int crc;
  int customs;
  final int[] customAt = new int[CUSTOMS_MAX];
  final int[] customEnd = new int[CUSTOMS_MAX];
  private boolean everAntenna;
  private boolean everRssi;

  TagReport() {}

  void begin(byte[] bytes) {
    frame = bytes;
    epcAt = -1;
    epcBits = 0;
    told = 0;
    fine = false;
    count = 1;
    firstUtc = 0;
    lastUtc = 0;
    firstUptime = 0;
    lastUptime = 0;
    accessSpec = 0;
    pc = 0;
    crc = 0;
    customs = 0;
  }

  void end() {
    everAntenna |= told(ParameterType.ANTENNA_ID);
    everRssi |= told(ParameterType.PEAK_RSSI) || fine;
  }

  /// The EPC memory in lower-case hexadecimal digits; leading zeros stand.
  public String epc() {
    String hex = HexFormat.of().formatHex(frame, epcAt, epcAt + (epcBits + 7) / 8);
    int digits = (epcBits + 3) / 4;
    return digits == hex.length() ? hex : hex.substring(0, digits);
  }

  /// Length of the EPC, 0 up to 496.
  public int epcBits() {
    return epcBits;
  }

  /// Whether this report itself held the parameter.
  ///
  /// @param type a TV parameter of [ParameterType]
  public boolean told(int type) {
    return (told & 1 << type) != 0;
  }

  /// Whether an antenna was ever told on this connection.
  public boolean hasAntenna() {
    return everAntenna;
  }

  public int antenna() {
    return antenna;
  }

  /// Whether a signal strength was ever told on this connection.
  public boolean hasRssi() {
    return everRssi;
  }

  /// Peak signal strength in dBm; the maker's finer value where the report has one.
  public double rssi() {
    return fine ? fineRssi / 100.0 : rssi;
  }

  public int channel() {
    return channel;
  }

  /// How often it was heard; 1 where the reader does not say.
  public int count() {
    return count;
  }

  /// Microseconds since 1970 by the reader's clock; 0 when not told.
  public long firstUtc() {
    return firstUtc;
  }

  /// Microseconds since 1970 by the reader's clock; 0 when not told.
  public long lastUtc() {
    return lastUtc;
  }

  /// Microseconds since the reader started; 0 when not told.
  public long firstUptime() {
    return firstUptime;
  }

  /// Microseconds since the reader started; 0 when not told.
  public long lastUptime() {
    return lastUptime;
  }

  public long roSpec() {
    return roSpec;
  }

  public int specIndex() {
    return specIndex;
  }

  public int inventorySpec() {
    return inventorySpec;
  }

  public long accessSpec() {
    return accessSpec;
  }

  /// The protocol control word of the tag; see [#told].
  public int pc() {
    return pc;
  }

  /// The check word of the tag; see [#told].
  public int crc() {
    return crc;
  }

  /// How many parameters of makers the report has; the first 16 are kept.
  public int customs() {
    return customs;
  }

  /// The maker of one of them, by its IANA enterprise number.
  public long customVendor(int index) {
    return BigEndian.u32(frame, customAt[index]);
  }

  public long customSubtype(int index) {
    return BigEndian.u32(frame, customAt[index] + 4);
  }

  /// What stands in it, behind vendor and subtype.
  public byte[] customValue(int index) {
    return Arrays.copyOfRange(frame, customAt[index] + 8, customEnd[index]);
  }
}
