package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What home offers besides work: how it stands with the server, the settings, the way out.
final class AroundHome {
  private AroundHome() {}

  /// Before there is anything to see.
  static Card nothing() {
    return Card.of(
        Text.of(ShiftPhrase.SETTINGS),
        new Card.Prompt(Card.Means.TOUCH, Text.of(ShiftPhrase.CHOOSE), Optional.empty()));
  }

  /// Home of whoever works with the device.
  static Card of(Card home, String person, Text place, Sweeping sweeping) {
    return home.title(Text.of(CommonPhrase.AS_IS, person))
        .context(place)
        .more(sweeping.locatable(beside(home)).more());
  }

  /// The panel that a tile of home opens.
  static Optional<Panel> panel(
      String what, ClientCore client, Consumer<Preferences> prefer, Optional<Unpairing> unpairing) {
    return switch (what) {
      case "SYNC" -> Optional.of(SyncPanel.of(client));
      case "SETTINGS" -> Optional.of(new SettingsPanel(client.preferences(), prefer, unpairing));
      default -> Optional.empty();
    };
  }

  private static Card beside(Card home) {
    List<Card.Action> all = new ArrayList<>(home.more());
    all.add(point(Icon.TRANSFER, ShiftPhrase.SYNC, "SYNC"));
    all.add(point(Icon.ADJUST, ShiftPhrase.SETTINGS, "SETTINGS"));
    all.add(point(Icon.PERSON, ShiftPhrase.SIGN_OUT, "SIGN_OUT"));
    return home.more(all);
  }

  private static Card.Action point(Icon icon, ShiftPhrase label, String what) {
    return new Card.Action(icon, Text.of(label), Optional.empty(), new Input.Point(what), false);
  }
}
