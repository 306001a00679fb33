/// The parts of a phone, by Gluon Attach (GPL v3): compiled by the profiles `android`, `ios` and
/// `attach` only, see docs/handheld.md.
///
/// Knows: Attach, `mobile.platform`, the sound of `client-fx`. Must not know: work, screens.
@NullMarked
package dev.stockwright.mobile.attach;

import org.jspecify.annotations.NullMarked;
