/// What devices and their drivers tell people, as a reason with what it is about, so that whoever
/// shows it can say it in the language of who reads it.
@NullMarked
package dev.stockwright.devices.reasons;

import org.jspecify.annotations.NullMarked;
