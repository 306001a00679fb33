/// Reading and writing of Electronic Product Codes: the memory of a tag, tag URIs, pure identities,
/// GS1 elements.
///
/// Knows: the binary schemes of the GS1 EPC Tag Data Standard 1.13, as data. Must not know: which
/// products we keep, readers, antennas, time.
@NullMarked
package dev.stockwright.vocabulary.epc;

import org.jspecify.annotations.NullMarked;
