package dev.stockwright.server.notify;

/// Brings a message to where a channel points. Thread-safe; takes seconds at most.
interface Courier {
  Delivered deliver(Channel channel, Letter letter);
}
