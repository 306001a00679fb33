package dev.stockwright.desktop;

import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;

/// Answers change the receipt, the feed and the list of what was refused.
record SettledWork(ReceivingDesk receiving, AttentionDesk attention, DeskSections sections)
    implements OutboxListener {
  @Override
  public void added(Envelope envelope) {
    // Who added it draws it.
  }

  @Override
  public void settled(Envelope envelope, Answer answer) {
    receiving.redraw();
    attention.redraw();
    sections.settled(envelope, answer);
  }
}
