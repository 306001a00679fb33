package dev.stockwright.client.outbox;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.Samples;

class MemoryOutboxTest extends OutboxContract {
  private final Outbox outbox = new MemoryOutbox(Samples.DESK, new ManualClock());

  @Override
  Outbox outbox() {
    return outbox;
  }
}
