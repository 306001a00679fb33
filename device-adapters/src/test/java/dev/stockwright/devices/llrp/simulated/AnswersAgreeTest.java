package dev.stockwright.devices.llrp.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.llrp.toolkit.ControlMessages;
import dev.stockwright.devices.llrp.toolkit.RoSpecPlan;
import dev.stockwright.devices.llrp.wire.Capabilities;
import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.Frames;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.ParameterType;
import dev.stockwright.devices.llrp.wire.ReaderEvent;
import dev.stockwright.devices.llrp.wire.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.messages.ADD_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.parameters.GeneralDeviceCapabilities;
import org.llrp.ltk.generated.parameters.TransmitPowerLevelTableEntry;
import org.llrp.ltk.types.LLRPMessage;

/// What the simulated reader writes means the same to the toolkit and to our own reader.
class AnswersAgreeTest {
  private static Frame.Message ours(byte[] bytes) {
    Frames frames = new Frames();
    frames.accept(bytes, bytes.length);
    return (Frame.Message) frames.next().orElseThrow();
  }

  @Test
  void capabilities() throws Exception {
    for (ReaderModel model : List.of(ReaderModel.impinj(), ReaderModel.zebra())) {
      byte[] bytes = Answers.capabilities(7, model);
      GET_READER_CAPABILITIES_RESPONSE toolkit =
          (GET_READER_CAPABILITIES_RESPONSE) LLRPMessageFactory.createLLRPMessage(bytes);
      assertArrayEquals(bytes, toolkit.encodeBinary());
      GeneralDeviceCapabilities general = toolkit.getGeneralDeviceCapabilities();
      Map<Integer, Integer> power = new TreeMap<>();
      for (TransmitPowerLevelTableEntry entry :
          toolkit
              .getRegulatoryCapabilities()
              .getUHFBandCapabilities()
              .getTransmitPowerLevelTableEntryList()) {
        power.put(entry.getIndex().intValue(), (int) entry.getTransmitPowerValue().toShort());
      }
      Capabilities read = Capabilities.of(ours(bytes)).orElseThrow();
      assertEquals(power, read.power());
      assertEquals(model.powerLevels(), read.power().size());
      assertEquals(general.getMaxNumberOfAntennaSupported().intValue(), read.antennas());
      assertEquals(general.getDeviceManufacturerName().toLong(), read.maker());
      assertEquals(general.getModelName().toLong(), read.model());
      assertEquals(general.getReaderFirmwareVersion().toString(), read.firmware());
      assertEquals(general.getHasUTCClockCapability().toBoolean(), read.utcClock());
      assertEquals(general.getGPIOCapabilities().getNumGPIs().intValue(), read.inputs());
      assertEquals(model.hopping(), read.hopping());
      assertEquals(model.hopping() ? 1 : 0, read.hopTable());
    }
  }

  @Test
  void events() throws Exception {
    byte[] antenna =
        Answers.event(1, false, 5, ParameterType.ANTENNA_EVENT, out -> out.u8(0).u16(3));
    READER_EVENT_NOTIFICATION toolkit =
        (READER_EVENT_NOTIFICATION) LLRPMessageFactory.createLLRPMessage(antenna);
    assertArrayEquals(antenna, toolkit.encodeBinary());
    assertEquals(
        3, toolkit.getReaderEventNotificationData().getAntennaEvent().getAntennaID().intValue());
    assertEquals(
        List.of(new ReaderEvent.Antenna(3, false)), ReaderEvent.of(ours(antenna)).events());

    byte[] input = Answers.event(1, true, 5, ParameterType.GPI_EVENT, out -> out.u16(2).u8(0x80));
    toolkit = (READER_EVENT_NOTIFICATION) LLRPMessageFactory.createLLRPMessage(input);
    assertArrayEquals(input, toolkit.encodeBinary());
    assertTrue(toolkit.getReaderEventNotificationData().getGPIEvent().getGPIEvent().toBoolean());
    assertEquals(List.of(new ReaderEvent.Input(2, true)), ReaderEvent.of(ours(input)).events());
  }

  @Test
  void statuses() throws Exception {
    byte[] bytes = Answers.response(MessageType.ADD_ROSPEC_RESPONSE, 9, 101, "no such antenna");
    ADD_ROSPEC_RESPONSE toolkit =
        assertInstanceOf(ADD_ROSPEC_RESPONSE.class, LLRPMessageFactory.createLLRPMessage(bytes));
    assertArrayEquals(bytes, toolkit.encodeBinary());
    assertEquals(101, toolkit.getLLRPStatus().getStatusCode().toInteger());
    assertEquals(Optional.of(new Status(101, "no such antenna")), Status.of(ours(bytes)));
  }

  @Test
  void whatTheToolkitWritesIsWhatThePlanSays() throws Exception {
    for (int session = 0; session < 4; session++) {
      RoSpecPlan plan =
          new RoSpecPlan(
              0xfffffffeL,
              List.of(1, 4),
              Optional.of(
                  new RoSpecPlan.Air(
                      session, 600, List.of(new RoSpecPlan.Transmitter(4, 81, 1, 0)))),
              40,
              500);
      RoSpecRequest read = RoSpecRequest.of(ours(ControlMessages.addRoSpec(3, plan))).orElseThrow();
      assertEquals(
          new RoSpecRequest(
              0xfffffffeL,
              List.of(1, 4),
              true,
              500,
              40,
              0x9780,
              Map.of(1, session, 4, session),
              Map.of(1, 600, 4, 600),
              Map.of(4, 81)),
          read);
    }
    RoSpecPlan plain = new RoSpecPlan(1, List.of(), Optional.empty(), 1, 0);
    LLRPMessage back =
        LLRPMessageFactory.createLLRPMessage(ControlMessages.addRoSpec(0xffffffffL, plain));
    assertEquals(0xffffffffL, back.getMessageID().toLong());
    RoSpecRequest read = RoSpecRequest.of(ours(back.encodeBinary())).orElseThrow();
    assertEquals(List.of(0), read.antennas());
    assertEquals(Map.of(), read.session());
  }
}
