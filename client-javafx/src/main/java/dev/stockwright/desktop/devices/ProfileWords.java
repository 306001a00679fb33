package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.desktop.devices.WizardPage.Setting;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.scanner.VisibleText;
import dev.stockwright.devices.wedge.WedgeKey;
import dev.stockwright.devices.wedge.WedgeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A profile as lines for people.
final class ProfileWords {
  private static final String GS = "GS";

  private final Speech speech;

  ProfileWords(Speech speech) {
    this.speech = speech;
  }

  private Setting setting(EquipmentPhrase label, String value) {
    return new Setting(speech.say(label), value);
  }

  List<Setting> of(ScannerProfile profile) {
    List<Setting> settings = new ArrayList<>();
    settings.add(setting(EquipmentPhrase.LINE, connection(profile.line())));
    settings.add(setting(EquipmentPhrase.ENDS_WITH, endings(profile)));
    settings.add(setting(EquipmentPhrase.BEFORE_CODE, part(profile.wrapping().prefix())));
    settings.add(setting(EquipmentPhrase.BEHIND_CODE, part(profile.wrapping().suffix())));
    String substitute = profile.wrapping().gsSubstitute();
    settings.add(
        setting(
            EquipmentPhrase.SEPARATOR,
            substitute.isEmpty() ? GS : speech.say(EquipmentPhrase.FOR_GS, part(substitute))));
    settings.add(
        setting(
            EquipmentPhrase.AIM_IDS,
            speech.say(profile.aimIds() ? EquipmentPhrase.SENT : EquipmentPhrase.NOT_SENT)));
    return settings;
  }

  private String connection(Line line) {
    return switch (line) {
      case Line.Serial serial ->
          "%s, %d baud %d%c%d"
              .formatted(
                  serial.path(),
                  serial.baud(),
                  serial.dataBits(),
                  serial.parity().name().charAt(0),
                  serial.stopBits());
      case Line.Wedge _ -> speech.say(EquipmentPhrase.KEYBOARD);
    };
  }

  private String endings(ScannerProfile profile) {
    return profile.framing().marks().stream()
        .sorted()
        .map(mark -> ending(mark, profile))
        .collect(Collectors.joining(" "));
  }

  private String ending(Mark mark, ScannerProfile profile) {
    return switch (mark) {
      case CR -> profile.line() instanceof Line.Wedge ? "Enter" : "CR";
      case LF -> "LF";
      case TAB -> "Tab";
      case STX_ETX -> "STX ... ETX";
      case SILENCE -> speech.say(EquipmentPhrase.SILENCE, profile.framing().gap().toMillis());
    };
  }

  private String part(String text) {
    return text.isEmpty() ? speech.say(EquipmentPhrase.NOTHING) : keys(VisibleText.of(text));
  }

  /// Names the keys whose characters are made visible in a sentence.
  String keys(String sentence) {
    String named = sentence;
    for (WedgeKey key : WedgeSettings.KEYS_FOR_GS) {
      named = named.replace(VisibleText.of(key.inText()), speech.say(EquipmentPhrase.THE_KEY, key));
    }
    return named;
  }
}
