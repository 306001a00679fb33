package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.TagIdentity.Kind;
import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.MalformedEpc;
import dev.stockwright.vocabulary.epc.OtherTag;
import dev.stockwright.vocabulary.epc.TagRead;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What tags name, remembered, because the same tags are heard again and again. Bounded: when half
/// of the room is used up, what was not asked for since the last time is forgotten.
public final class TagIdentities {
  private final int half;
  private Map<String, TagIdentity> young = new HashMap<>();
  private Map<String, TagIdentity> old = new HashMap<>();

  /// @param most tags that are remembered at most, 2 and up
  public TagIdentities(int most) {
    if (most < 2) {
      throw new IllegalArgumentException("most: " + most);
    }
    half = most / 2;
  }

  /// What a tag names. Never fails: what cannot be read stands for itself.
  ///
  /// @param epc the EPC memory in hexadecimal digits
  public TagIdentity of(String epc) {
    TagIdentity known = young.get(epc);
    if (known != null) {
      return known;
    }
    TagIdentity earlier = old.get(epc);
    TagIdentity identity = earlier != null ? earlier : read(epc);
    if (young.size() >= half) {
      old = young;
      young = new HashMap<>();
    }
    young.put(epc, identity);
    return identity;
  }

  int remembered() {
    return young.size() + old.size();
  }

  private static TagIdentity read(String epc) {
    String digits = epc.toLowerCase(Locale.ROOT);
    return switch (TagRead.ofHex(digits)) {
      case EpcTag tag -> new TagIdentity(tag.epc().uri(), digits, Kind.EPC);
      case OtherTag other -> new TagIdentity(digits, digits, Kind.OTHER);
      case MalformedEpc fault -> new TagIdentity(digits, digits, Kind.MALFORMED);
    };
  }
}
