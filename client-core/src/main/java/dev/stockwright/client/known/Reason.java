package dev.stockwright.client.known;

import dev.stockwright.vocabulary.ReasonCode;
import java.util.List;

/// Why something may be done otherwise.
///
/// @param usedFor such as `adjust`, `short_pick` or `redirect`
public record Reason(ReasonCode code, String name, List<String> usedFor) {
  public Reason {
    usedFor = List.copyOf(usedFor);
  }
}
