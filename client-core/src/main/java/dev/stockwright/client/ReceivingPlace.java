package dev.stockwright.client;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Notes;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// Where a person was in receiving, kept so that after a crash the same order and staging place are
/// open again. A half line or an open question is not kept: nothing was recorded for it.
final class ReceivingPlace {
  private final DeviceStore store;
  private final WarehouseCode warehouse;

  ReceivingPlace(DeviceStore store, WarehouseCode warehouse) {
    this.store = store;
    this.warehouse = warehouse;
  }

  ReceivingState resume() {
    Optional<String> staging = note("staging");
    Optional<String> order = note("order");
    return ReceivingState.resumed(
        warehouse,
        staging.filter(text -> !text.isEmpty()).map(LocationCode::new),
        order.filter(text -> !text.isEmpty()).map(Reference::new));
  }

  void keep(ReceivingState state) {
    boolean kept =
        store.write(
            connection ->
                Notes.put(
                        connection,
                        name("staging"),
                        state.staging().map(LocationCode::code).orElse(""))
                    && Notes.put(
                        connection, name("order"), state.order().map(Reference::code).orElse("")));
    if (!kept) {
      throw new IllegalStateException("place of " + warehouse + " not kept");
    }
  }

  private Optional<String> note(String what) {
    return store.read(connection -> Notes.find(connection, name(what)));
  }

  private String name(String what) {
    return "receiving/" + warehouse + "/" + what;
  }
}
