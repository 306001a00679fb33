/// Who works here: badge and PIN, or user and password.
///
/// Knows: what a person typed or scanned. Must not know: how it is checked.
@NullMarked
package dev.stockwright.desktop.signin;

import org.jspecify.annotations.NullMarked;
