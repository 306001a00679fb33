/// Reading and writing of GS1 codes: AIM identifiers, application identifiers, element strings,
/// links, dates, measures.
///
/// Knows: the rules of the GS1 General Specifications, as data. Must not know: which products we
/// keep, how a device sends its bytes, threads, clocks (the date of today is handed in).
@NullMarked
package dev.stockwright.vocabulary.gs1;

import org.jspecify.annotations.NullMarked;
