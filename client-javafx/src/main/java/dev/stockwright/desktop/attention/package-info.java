/// Work that was refused and waits for a person.
///
/// Knows: what was done, why it was refused. Must not know: how it is sent again.
@NullMarked
package dev.stockwright.desktop.attention;

import org.jspecify.annotations.NullMarked;
