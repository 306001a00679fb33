/// A supervisor allows something at the desk of somebody else, who stays signed in.
///
/// Knows: what is asked, how far badge and PIN are. Must not know: what it is asked for.
@NullMarked
package dev.stockwright.desktop.approval;

import org.jspecify.annotations.NullMarked;
