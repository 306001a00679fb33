/// What a phone has and a computer may not have, each behind an interface and optional.
///
/// Knows: nothing of ours. Must not know: work, screens.
@NullMarked
package dev.stockwright.mobile.platform;

import org.jspecify.annotations.NullMarked;
