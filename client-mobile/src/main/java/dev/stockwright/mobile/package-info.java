/// The handheld put together: the shift of `client-core`, one scene, and its start on a JVM.
///
/// Knows: everything below it. Must not know: the floor app, the server.
@NullMarked
package dev.stockwright.mobile;

import org.jspecify.annotations.NullMarked;
