package dev.stockwright.mobile.harness;

import dev.stockwright.client.PanelSamples;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.card.Typable;
import dev.stockwright.mobile.look.Band;
import java.util.Map;
import java.util.Optional;

/// The screens of the panels that lie over the work.
final class PanelCards {
  private PanelCards() {}

  static void add(Map<String, Shown> all) {
    PanelSamples.all()
        .forEach(
            (name, sample) ->
                all.put(
                    name,
                    new Shown(
                        Typable.of(sample.card()),
                        sample.said().map(turn -> new Band(turn.signal(), turn.said())),
                        Optional.empty(),
                        CardParts.LIVE,
                        0,
                        true)));
  }
}
