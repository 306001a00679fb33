package dev.stockwright.vocabulary.epc;

/// A URI of an EPC, read: a pure identity, a tag, or a fault.
public sealed interface EpcText permits Epc, EpcTag, MalformedEpc {}
