package dev.stockwright.devices.llrp.wire;

/// The type numbers of messages.
public final class MessageType {
  public static final int GET_READER_CAPABILITIES = 1;
  public static final int SET_READER_CONFIG = 3;
  public static final int CLOSE_CONNECTION_RESPONSE = 4;
  public static final int GET_READER_CAPABILITIES_RESPONSE = 11;
  public static final int SET_READER_CONFIG_RESPONSE = 13;
  public static final int CLOSE_CONNECTION = 14;
  public static final int ADD_ROSPEC = 20;
  public static final int DELETE_ROSPEC = 21;
  public static final int START_ROSPEC = 22;
  public static final int STOP_ROSPEC = 23;
  public static final int ENABLE_ROSPEC = 24;
  public static final int ADD_ROSPEC_RESPONSE = 30;
  public static final int DELETE_ROSPEC_RESPONSE = 31;
  public static final int START_ROSPEC_RESPONSE = 32;
  public static final int STOP_ROSPEC_RESPONSE = 33;
  public static final int ENABLE_ROSPEC_RESPONSE = 34;
  public static final int RO_ACCESS_REPORT = 61;
  public static final int KEEPALIVE = 62;
  public static final int READER_EVENT_NOTIFICATION = 63;
  public static final int ENABLE_EVENTS_AND_REPORTS = 64;
  public static final int KEEPALIVE_ACK = 72;
  public static final int ERROR_MESSAGE = 100;
  public static final int CUSTOM_MESSAGE = 1023;

  private MessageType() {}

  /// The name in the standard, or the number.
  public static String name(int type) {
    return switch (type) {
      case GET_READER_CAPABILITIES -> "GET_READER_CAPABILITIES";
      case SET_READER_CONFIG -> "SET_READER_CONFIG";
      case CLOSE_CONNECTION -> "CLOSE_CONNECTION";
      case ADD_ROSPEC -> "ADD_ROSPEC";
      case DELETE_ROSPEC -> "DELETE_ROSPEC";
      case START_ROSPEC -> "START_ROSPEC";
      case STOP_ROSPEC -> "STOP_ROSPEC";
      case ENABLE_ROSPEC -> "ENABLE_ROSPEC";
      case ENABLE_EVENTS_AND_REPORTS -> "ENABLE_EVENTS_AND_REPORTS";
      case KEEPALIVE_ACK -> "KEEPALIVE_ACK";
      default -> "message " + type;
    };
  }

  /// The type of the response to a request; 0 where there is none.
  public static int responseTo(int request) {
    return switch (request) {
      case GET_READER_CAPABILITIES -> GET_READER_CAPABILITIES_RESPONSE;
      case SET_READER_CONFIG -> SET_READER_CONFIG_RESPONSE;
      case CLOSE_CONNECTION -> CLOSE_CONNECTION_RESPONSE;
      case ADD_ROSPEC -> ADD_ROSPEC_RESPONSE;
      case DELETE_ROSPEC -> DELETE_ROSPEC_RESPONSE;
      case START_ROSPEC -> START_ROSPEC_RESPONSE;
      case STOP_ROSPEC -> STOP_ROSPEC_RESPONSE;
      case ENABLE_ROSPEC -> ENABLE_ROSPEC_RESPONSE;
      default -> 0;
    };
  }
}
