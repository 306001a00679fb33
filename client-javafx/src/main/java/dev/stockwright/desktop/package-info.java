/// The floor app: windows of the receiving desk and the supervisors.
///
/// Knows: the view models of its screens. Must not know: files, sockets, serial lines, JSON.
@NullMarked
package dev.stockwright.desktop;

import org.jspecify.annotations.NullMarked;
