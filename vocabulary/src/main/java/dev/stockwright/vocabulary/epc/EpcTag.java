package dev.stockwright.vocabulary.epc;

import java.util.Optional;

/// An EPC as a tag carries it: in a binary scheme, with a filter.
///
/// @param filter 0 to 7, what sort of thing the tag is on, for readers that look for one sort
public record EpcTag(EpcScheme scheme, int filter, Epc epc) implements TagRead, EpcText {
  /// @throws IllegalArgumentException when the scheme cannot hold the EPC; [#of] says so instead
  public EpcTag {
    Optional<MalformedEpc> fault = TagWriter.fault(scheme, filter, epc);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get().message());
    }
  }

  /// A tag, or why this scheme cannot hold this EPC: a serial with letters in a scheme of numbers,
  /// one with leading zeros, one too large.
  public static TagRead of(EpcScheme scheme, int filter, Epc epc) {
    return TagWriter.fault(scheme, filter, epc)
        .<TagRead>map(fault -> fault)
        .orElseGet(() -> new EpcTag(scheme, filter, epc));
  }

  static EpcText text(EpcScheme scheme, int filter, Epc epc) {
    return TagWriter.fault(scheme, filter, epc)
        .<EpcText>map(fault -> fault)
        .orElseGet(() -> new EpcTag(scheme, filter, epc));
  }

  /// Reads a tag URI, such as `urn:epc:tag:sgtin-96:3.0614141.812345.6789`.
  public static EpcText ofUri(String uri) {
    return EpcUri.tag(uri);
  }

  /// The tag URI.
  public String uri() {
    return "urn:epc:tag:" + scheme.title() + ":" + filter + "." + epc.body();
  }

  /// The bits of its EPC memory in lower-case digits, with zeros to the next word of 16 bits, as
  /// tags are written.
  public String hex() {
    return TagWriter.hex(this);
  }
}
