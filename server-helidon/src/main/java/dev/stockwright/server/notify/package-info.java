/// Tells people of alerts: by e-mail, in a chat, by webhook; each thing at least once, with the
/// same id and text however often it is tried.
///
/// Knows: the outbox that alerts leave behind, channels, messages. Must not know: why an alert is
/// raised.
@NullMarked
package dev.stockwright.server.notify;

import org.jspecify.annotations.NullMarked;
