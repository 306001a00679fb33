package dev.stockwright.devices.llrp.wire;

/// The type numbers of parameters. Up to 127 a parameter is its type in one byte and a value of
/// known length (TV); from 128 on type and length stand before the value (TLV).
public final class ParameterType {
  public static final int ANTENNA_ID = 1;
  public static final int FIRST_SEEN_UTC = 2;
  public static final int FIRST_SEEN_UPTIME = 3;
  public static final int LAST_SEEN_UTC = 4;
  public static final int LAST_SEEN_UPTIME = 5;
  public static final int PEAK_RSSI = 6;
  public static final int CHANNEL_INDEX = 7;
  public static final int TAG_SEEN_COUNT = 8;
  public static final int ROSPEC_ID = 9;
  public static final int INVENTORY_PARAMETER_SPEC_ID = 10;
  public static final int C1G2_CRC = 11;
  public static final int C1G2_PC = 12;
  public static final int EPC_96 = 13;
  public static final int SPEC_INDEX = 14;
  public static final int CLIENT_REQUEST_OP_SPEC_RESULT = 15;
  public static final int ACCESS_SPEC_ID = 16;
  public static final int OP_SPEC_ID = 17;
  public static final int C1G2_SINGULATION_DETAILS = 18;
  public static final int C1G2_XPC_W1 = 19;
  public static final int C1G2_XPC_W2 = 20;
  public static final int TLV_MIN = 128;
  public static final int UTC_TIMESTAMP = 128;
  public static final int UPTIME = 129;
  public static final int GENERAL_DEVICE_CAPABILITIES = 137;
  public static final int GPIO_CAPABILITIES = 141;
  public static final int REGULATORY_CAPABILITIES = 143;
  public static final int UHF_BAND_CAPABILITIES = 144;
  public static final int TRANSMIT_POWER_LEVEL = 145;
  public static final int FREQUENCY_INFORMATION = 146;
  public static final int FREQUENCY_HOP_TABLE = 147;
  public static final int ROSPEC = 177;
  public static final int AISPEC = 183;
  public static final int KEEPALIVE_SPEC = 220;
  public static final int ROREPORT_SPEC = 237;
  public static final int TAG_REPORT_DATA = 240;
  public static final int EPC_DATA = 241;
  public static final int READER_EVENT_NOTIFICATION_DATA = 246;
  public static final int GPI_EVENT = 248;
  public static final int ROSPEC_EVENT = 249;
  public static final int REPORT_BUFFER_LEVEL_WARNING = 250;
  public static final int REPORT_BUFFER_OVERFLOW = 251;
  public static final int READER_EXCEPTION_EVENT = 252;
  public static final int ANTENNA_EVENT = 255;
  public static final int CONNECTION_ATTEMPT_EVENT = 256;
  public static final int CONNECTION_CLOSE_EVENT = 257;
  public static final int LLRP_STATUS = 287;
  public static final int CUSTOM = 1023;

  private ParameterType() {}

  /// Length of the value of a TV parameter in bytes; -1 when the type is not known.
  static int tvLength(int type) {
    return switch (type) {
      case FIRST_SEEN_UTC, FIRST_SEEN_UPTIME, LAST_SEEN_UTC, LAST_SEEN_UPTIME -> 8;
      case PEAK_RSSI -> 1;
      case ROSPEC_ID, ACCESS_SPEC_ID, C1G2_SINGULATION_DETAILS -> 4;
      case EPC_96 -> 12;
      case ANTENNA_ID,
          CHANNEL_INDEX,
          TAG_SEEN_COUNT,
          INVENTORY_PARAMETER_SPEC_ID,
          C1G2_CRC,
          C1G2_PC,
          SPEC_INDEX,
          CLIENT_REQUEST_OP_SPEC_RESULT,
          OP_SPEC_ID,
          C1G2_XPC_W1,
          C1G2_XPC_W2 ->
          2;
      default -> -1;
    };
  }
}
