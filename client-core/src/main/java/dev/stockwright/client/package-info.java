/// What a device does without a screen, put together.
///
/// Knows: every part of the client. Must not know: JavaFX, Gluon, serial ports.
@NullMarked
package dev.stockwright.client;

import org.jspecify.annotations.NullMarked;
