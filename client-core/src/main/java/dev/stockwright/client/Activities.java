package dev.stockwright.client;

import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.adjusting.AdjustingState;
import dev.stockwright.client.workflow.adjusting.AdjustingWorkflow;
import dev.stockwright.client.workflow.counting.CountingState;
import dev.stockwright.client.workflow.counting.CountingWorkflow;
import dev.stockwright.client.workflow.home.HomeState;
import dev.stockwright.client.workflow.home.HomeWorkflow;
import dev.stockwright.client.workflow.lookup.LookUpState;
import dev.stockwright.client.workflow.lookup.LookUpWorkflow;
import dev.stockwright.client.workflow.moving.MovingState;
import dev.stockwright.client.workflow.moving.MovingWorkflow;
import dev.stockwright.client.workflow.packing.PackingState;
import dev.stockwright.client.workflow.packing.PackingWorkflow;
import dev.stockwright.client.workflow.picking.PickingState;
import dev.stockwright.client.workflow.picking.PickingWorkflow;
import dev.stockwright.client.workflow.portal.PortalState;
import dev.stockwright.client.workflow.portal.PortalWorkflow;
import dev.stockwright.client.workflow.putaway.PutAwayState;
import dev.stockwright.client.workflow.putaway.PutAwayWorkflow;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.client.workflow.receiving.ReceivingWorkflow;
import dev.stockwright.client.workflow.returning.ReturningState;
import dev.stockwright.client.workflow.returning.ReturningWorkflow;
import dev.stockwright.client.workflow.shipping.ShippingState;
import dev.stockwright.client.workflow.shipping.ShippingWorkflow;
import dev.stockwright.client.workflow.transferring.TransferringState;
import dev.stockwright.client.workflow.transferring.TransferringWorkflow;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// Opens sessions of every activity for a person in a warehouse; each person finds their own work
/// where they left it.
///
/// @param reader what a scan says by itself
/// @param sightings what is known of a thing that was read
record Activities(
    WarehouseCode warehouse,
    DeviceStore store,
    Outbox outbox,
    Function<Scan, Identified> reader,
    Sightings sightings,
    Around around) {
  /// What is so around the work.
  ///
  /// @param supervisors how one is asked at a desk
  record Around(
      WorkSession.Circumstances circumstances,
      Supplier<Wording> wording,
      DeskApproval.Means supervisors) {}

  WorkSession<?> open(Activity activity, Operator person) {
    return switch (activity) {
      case HOME -> open(activity, person, new HomeWorkflow(), new HomeState(), HomeState.class);
      case MOVE ->
          open(activity, person, new MovingWorkflow(), MovingState.start(), MovingState.class);
      case COUNT ->
          open(
              activity, person, new CountingWorkflow(), CountingState.start(), CountingState.class);
      case PICK ->
          open(activity, person, new PickingWorkflow(), PickingState.start(), PickingState.class);
      case PUT_AWAY ->
          open(activity, person, new PutAwayWorkflow(), PutAwayState.start(), PutAwayState.class);
      case ADJUST ->
          open(
              activity,
              person,
              new AdjustingWorkflow(),
              AdjustingState.start(),
              AdjustingState.class);
      case LOOK_UP ->
          open(activity, person, new LookUpWorkflow(), LookUpState.start(), LookUpState.class);
      case TRANSFER ->
          open(
              activity,
              person,
              new TransferringWorkflow(),
              TransferringState.start(),
              TransferringState.class);
      case PACK ->
          open(activity, person, new PackingWorkflow(), PackingState.start(), PackingState.class);
      case SHIP ->
          open(
              activity, person, new ShippingWorkflow(), ShippingState.start(), ShippingState.class);
      case RETURN ->
          open(
              activity,
              person,
              new ReturningWorkflow(),
              ReturningState.start(),
              ReturningState.class);
      case RECEIVE ->
          open(
              activity,
              person,
              new ReceivingWorkflow(),
              ReceivingState.start(warehouse),
              ReceivingState.class);
    };
  }

  /// Receiving at a desk, whoever stands there.
  ///
  /// @param lane the name of it; empty where there is one only
  ReceivingSession receiving(String lane) {
    String name = "work/" + warehouse + "/receiving" + (lane.isEmpty() ? "" : "/" + lane);
    WorkSession<ReceivingState> session =
        session(
            name, new ReceivingWorkflow(), ReceivingState.start(warehouse), ReceivingState.class);
    DeskApproval.Over over = DeskApproval.Over.of(session, reader, sightings::of);
    return new ReceivingSession(
        session, sightings::of, new DeskApproval(around.supervisors(), over));
  }

  /// The RFID gate of a desk.
  PortalSession portal() {
    return new PortalSession(
        session(
            "work/" + warehouse + "/portal",
            new PortalWorkflow(),
            PortalState.start(),
            PortalState.class),
        sightings.tagNames());
  }

  private <S> WorkSession<S> open(
      Activity activity, Operator person, Workflow<S> workflow, S start, Class<S> type) {
    return session(place(activity, person), workflow, start, type);
  }

  private <S> WorkSession<S> session(String name, Workflow<S> workflow, S start, Class<S> type) {
    return new WorkSession<>(
        new WorkSession.Parts<>(
            workflow,
            start,
            reader,
            sightings::of,
            outbox,
            new WorkPlace<>(store, name, type),
            around.circumstances(),
            around.wording()));
  }

  private String place(Activity activity, Operator person) {
    String name = activity.name().toLowerCase(Locale.ROOT);
    return "work/" + warehouse + "/" + person + "/" + name;
  }
}
