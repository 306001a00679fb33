package dev.stockwright.devices.llrp.toolkit;

import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.enumerations.GetReaderCapabilitiesRequestedData;
import org.llrp.ltk.generated.enumerations.KeepaliveTriggerType;
import org.llrp.ltk.generated.enumerations.NotificationEventType;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.messages.CLOSE_CONNECTION;
import org.llrp.ltk.generated.messages.DELETE_ROSPEC;
import org.llrp.ltk.generated.messages.ENABLE_EVENTS_AND_REPORTS;
import org.llrp.ltk.generated.messages.ENABLE_ROSPEC;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES;
import org.llrp.ltk.generated.messages.KEEPALIVE_ACK;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG;
import org.llrp.ltk.generated.messages.START_ROSPEC;
import org.llrp.ltk.generated.messages.STOP_ROSPEC;
import org.llrp.ltk.generated.parameters.EventNotificationState;
import org.llrp.ltk.generated.parameters.EventsAndReports;
import org.llrp.ltk.generated.parameters.KeepaliveSpec;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationSpec;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.LLRPMessage;
import org.llrp.ltk.types.UnsignedInteger;

/// The messages that go to a reader, as bytes. Ids of messages are 1 up to 2^32 - 1.
public final class ControlMessages {
  private ControlMessages() {}

  public static byte[] getReaderCapabilities(long id) {
    GET_READER_CAPABILITIES message = new GET_READER_CAPABILITIES();
    message.setRequestedData(
        new GetReaderCapabilitiesRequestedData(GetReaderCapabilitiesRequestedData.All));
    return bytes(message, id);
  }

  /// Asks for a sign of life at an interval, and for nothing else.
  public static byte[] keepalive(long id, long millis) {
    return bytes(config(millis), id);
  }

  /// Asks for a sign of life and for the events that people must hear of, and that nothing is held
  /// back after a reconnect.
  public static byte[] setReaderConfig(long id, long keepaliveMillis) {
    SET_READER_CONFIG message = config(keepaliveMillis);
    ReaderEventNotificationSpec events = new ReaderEventNotificationSpec();
    for (int type :
        new int[] {
          NotificationEventType.GPI_Event,
          NotificationEventType.ROSpec_Event,
          NotificationEventType.Report_Buffer_Fill_Warning,
          NotificationEventType.Reader_Exception_Event,
          NotificationEventType.Antenna_Event
        }) {
      EventNotificationState state = new EventNotificationState();
      state.setEventType(new NotificationEventType(type));
      state.setNotificationState(new Bit(1));
      events.addToEventNotificationStateList(state);
    }
    message.setReaderEventNotificationSpec(events);
    EventsAndReports hold = new EventsAndReports();
    hold.setHoldEventsAndReportsUponReconnect(new Bit(0));
    message.setEventsAndReports(hold);
    return bytes(message, id);
  }

  private static SET_READER_CONFIG config(long keepaliveMillis) {
    SET_READER_CONFIG message = new SET_READER_CONFIG();
    message.setResetToFactoryDefault(new Bit(0));
    KeepaliveSpec spec = new KeepaliveSpec();
    spec.setKeepaliveTriggerType(new KeepaliveTriggerType(KeepaliveTriggerType.Periodic));
    spec.setPeriodicTriggerValue(new UnsignedInteger(keepaliveMillis));
    message.setKeepaliveSpec(spec);
    return message;
  }

  public static byte[] addRoSpec(long id, RoSpecPlan plan) {
    ADD_ROSPEC message = new ADD_ROSPEC();
    message.setROSpec(RoSpecs.of(plan));
    return bytes(message, id);
  }

  /// @param roSpec which; 0 means all
  public static byte[] deleteRoSpec(long id, long roSpec) {
    DELETE_ROSPEC message = new DELETE_ROSPEC();
    message.setROSpecID(new UnsignedInteger(roSpec));
    return bytes(message, id);
  }

  public static byte[] enableRoSpec(long id, long roSpec) {
    ENABLE_ROSPEC message = new ENABLE_ROSPEC();
    message.setROSpecID(new UnsignedInteger(roSpec));
    return bytes(message, id);
  }

  public static byte[] startRoSpec(long id, long roSpec) {
    START_ROSPEC message = new START_ROSPEC();
    message.setROSpecID(new UnsignedInteger(roSpec));
    return bytes(message, id);
  }

  public static byte[] stopRoSpec(long id, long roSpec) {
    STOP_ROSPEC message = new STOP_ROSPEC();
    message.setROSpecID(new UnsignedInteger(roSpec));
    return bytes(message, id);
  }

  public static byte[] enableEventsAndReports(long id) {
    return bytes(new ENABLE_EVENTS_AND_REPORTS(), id);
  }

  public static byte[] keepaliveAck(long id) {
    return bytes(new KEEPALIVE_ACK(), id);
  }

  public static byte[] closeConnection(long id) {
    return bytes(new CLOSE_CONNECTION(), id);
  }

  static byte[] bytes(LLRPMessage message, long id) {
    message.setMessageID(new UnsignedInteger(id));
    try {
      return message.encodeBinary();
    } catch (InvalidLLRPMessageException e) {
      throw new IllegalStateException("a message of our own: " + message.getName(), e);
    }
  }
}
