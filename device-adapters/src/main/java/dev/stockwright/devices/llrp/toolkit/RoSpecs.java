package dev.stockwright.devices.llrp.toolkit;

import org.llrp.ltk.generated.enumerations.AISpecStopTriggerType;
import org.llrp.ltk.generated.enumerations.AirProtocols;
import org.llrp.ltk.generated.enumerations.ROReportTriggerType;
import org.llrp.ltk.generated.enumerations.ROSpecStartTriggerType;
import org.llrp.ltk.generated.enumerations.ROSpecState;
import org.llrp.ltk.generated.enumerations.ROSpecStopTriggerType;
import org.llrp.ltk.generated.parameters.AISpec;
import org.llrp.ltk.generated.parameters.AISpecStopTrigger;
import org.llrp.ltk.generated.parameters.AntennaConfiguration;
import org.llrp.ltk.generated.parameters.C1G2EPCMemorySelector;
import org.llrp.ltk.generated.parameters.C1G2InventoryCommand;
import org.llrp.ltk.generated.parameters.C1G2SingulationControl;
import org.llrp.ltk.generated.parameters.InventoryParameterSpec;
import org.llrp.ltk.generated.parameters.RFTransmitter;
import org.llrp.ltk.generated.parameters.ROBoundarySpec;
import org.llrp.ltk.generated.parameters.ROReportSpec;
import org.llrp.ltk.generated.parameters.ROSpec;
import org.llrp.ltk.generated.parameters.ROSpecStartTrigger;
import org.llrp.ltk.generated.parameters.ROSpecStopTrigger;
import org.llrp.ltk.generated.parameters.TagReportContentSelector;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.TwoBitField;
import org.llrp.ltk.types.UnsignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;
import org.llrp.ltk.types.UnsignedShortArray;

/// A plan as the ROSpec of the standard.
final class RoSpecs {
  private RoSpecs() {}

  static ROSpec of(RoSpecPlan plan) {
    ROSpec spec = new ROSpec();
    spec.setROSpecID(new UnsignedInteger(plan.id()));
    spec.setPriority(new UnsignedByte(0));
    spec.setCurrentState(new ROSpecState(ROSpecState.Disabled));
    spec.setROBoundarySpec(boundaries(plan));
    spec.addToSpecParameterList(inventory(plan));
    spec.setROReportSpec(report(plan));
    return spec;
  }

  private static ROBoundarySpec boundaries(RoSpecPlan plan) {
    ROSpecStartTrigger start = new ROSpecStartTrigger();
    start.setROSpecStartTriggerType(
        new ROSpecStartTriggerType(
            plan.immediate() ? ROSpecStartTriggerType.Immediate : ROSpecStartTriggerType.Null));
    ROSpecStopTrigger stop = new ROSpecStopTrigger();
    stop.setROSpecStopTriggerType(new ROSpecStopTriggerType(ROSpecStopTriggerType.Null));
    stop.setDurationTriggerValue(new UnsignedInteger(0));
    ROBoundarySpec boundaries = new ROBoundarySpec();
    boundaries.setROSpecStartTrigger(start);
    boundaries.setROSpecStopTrigger(stop);
    return boundaries;
  }

  private static AISpec inventory(RoSpecPlan plan) {
    AISpec spec = new AISpec();
    UnsignedShortArray antennas = new UnsignedShortArray();
    if (plan.antennas().isEmpty()) {
      antennas.add(new UnsignedShort(0));
    }
    plan.antennas().forEach(antenna -> antennas.add(new UnsignedShort(antenna)));
    spec.setAntennaIDs(antennas);
    AISpecStopTrigger stop = new AISpecStopTrigger();
    stop.setAISpecStopTriggerType(
        new AISpecStopTriggerType(
            plan.immediate() ? AISpecStopTriggerType.Duration : AISpecStopTriggerType.Null));
    stop.setDurationTrigger(new UnsignedInteger(plan.reportMillis()));
    spec.setAISpecStopTrigger(stop);
    InventoryParameterSpec inventory = new InventoryParameterSpec();
    inventory.setInventoryParameterSpecID(new UnsignedShort(1));
    inventory.setProtocolID(new AirProtocols(AirProtocols.EPCGlobalClass1Gen2));
    plan.air().ifPresent(air -> configure(inventory, plan, air));
    spec.addToInventoryParameterSpecList(inventory);
    return spec;
  }

  /// One configuration an antenna that has a power of its own, or one for all.
  private static void configure(
      InventoryParameterSpec inventory, RoSpecPlan plan, RoSpecPlan.Air air) {
    if (air.transmitters().isEmpty()) {
      inventory.addToAntennaConfigurationList(configuration(0, air));
      return;
    }
    for (RoSpecPlan.Transmitter transmitter : air.transmitters()) {
      AntennaConfiguration configuration = configuration(transmitter.antenna(), air);
      RFTransmitter radio = new RFTransmitter();
      radio.setHopTableID(new UnsignedShort(transmitter.hopTable()));
      radio.setChannelIndex(new UnsignedShort(transmitter.channel()));
      radio.setTransmitPower(new UnsignedShort(transmitter.powerIndex()));
      configuration.setRFTransmitter(radio);
      inventory.addToAntennaConfigurationList(configuration);
    }
    for (int antenna : plan.antennas()) {
      if (air.transmitters().stream().noneMatch(t -> t.antenna() == antenna || t.antenna() == 0)) {
        inventory.addToAntennaConfigurationList(configuration(antenna, air));
      }
    }
  }

  private static AntennaConfiguration configuration(int antenna, RoSpecPlan.Air air) {
    TwoBitField session = new TwoBitField();
    if ((air.session() & 2) != 0) {
      session.set(0);
    }
    if ((air.session() & 1) != 0) {
      session.set(1);
    }
    C1G2SingulationControl singulation = new C1G2SingulationControl();
    singulation.setSession(session);
    singulation.setTagPopulation(new UnsignedShort(air.population()));
    singulation.setTagTransitTime(new UnsignedInteger(0));
    C1G2InventoryCommand command = new C1G2InventoryCommand();
    command.setTagInventoryStateAware(new Bit(0));
    command.setC1G2SingulationControl(singulation);
    AntennaConfiguration configuration = new AntennaConfiguration();
    configuration.setAntennaID(new UnsignedShort(antenna));
    configuration.addToAirProtocolInventoryCommandSettingsList(command);
    return configuration;
  }

  private static ROReportSpec report(RoSpecPlan plan) {
    TagReportContentSelector content = new TagReportContentSelector();
    content.setEnableROSpecID(new Bit(1));
    content.setEnableSpecIndex(new Bit(0));
    content.setEnableInventoryParameterSpecID(new Bit(0));
    content.setEnableAntennaID(new Bit(1));
    content.setEnableChannelIndex(new Bit(0));
    content.setEnablePeakRSSI(new Bit(1));
    content.setEnableFirstSeenTimestamp(new Bit(1));
    content.setEnableLastSeenTimestamp(new Bit(1));
    content.setEnableTagSeenCount(new Bit(1));
    content.setEnableAccessSpecID(new Bit(0));
    C1G2EPCMemorySelector memory = new C1G2EPCMemorySelector();
    memory.setEnableCRC(new Bit(0));
    memory.setEnablePCBits(new Bit(0));
    content.addToAirProtocolEPCMemorySelectorList(memory);
    ROReportSpec report = new ROReportSpec();
    report.setROReportTrigger(
        new ROReportTriggerType(
            plan.immediate()
                ? ROReportTriggerType.Upon_N_Tags_Or_End_Of_AISpec
                : ROReportTriggerType.Upon_N_Tags_Or_End_Of_ROSpec));
    report.setN(new UnsignedShort(plan.reportTags()));
    report.setTagReportContentSelector(content);
    return report;
  }
}
