package dev.stockwright.desktop;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.receiving.GatePicture;
import java.util.Optional;

/// Draws the card of the RFID gate.
final class GatePainter {
  private GatePainter() {}

  static GatePicture paint(Card card, Wording words) {
    Optional<Card.Progress> progress = card.progress();
    return new GatePicture(
        words.say(card.title()),
        card.context().map(words::say).orElse(""),
        progress.map(Card.Progress::done).orElse(0L),
        progress.map(Card.Progress::of).orElse(0L),
        card.figures().stream()
            .map(
                figure ->
                    new GatePicture.Figure(words.say(figure.value()), words.say(figure.label())))
            .toList(),
        card.rows().stream()
            .map(
                row ->
                    new GatePicture.Row(
                        kind(row.icon()),
                        words.say(row.head()),
                        row.detail().map(words::say).orElse(""),
                        row.value().map(words::say).orElse("")))
            .toList());
  }

  private static GatePicture.Kind kind(Icon icon) {
    return switch (icon) {
      case SHORT -> GatePicture.Kind.MISSING;
      case WARNING -> GatePicture.Kind.EXTRA;
      case DONE -> GatePicture.Kind.OLD;
      default -> GatePicture.Kind.IGNORED;
    };
  }
}
