package dev.stockwright.desktop.devices;

import dev.stockwright.desktop.devices.WizardPage.Setting;
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
  private ProfileWords() {}

  static List<Setting> of(ScannerProfile profile) {
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting("Connection", connection(profile.line())));
    settings.add(new Setting("Ends with", endings(profile)));
    settings.add(new Setting("Before each code", part(profile.wrapping().prefix())));
    settings.add(new Setting("Behind each code", part(profile.wrapping().suffix())));
    String substitute = profile.wrapping().gsSubstitute();
    settings.add(
        new Setting("Field separator", substitute.isEmpty() ? "GS" : part(substitute) + " for GS"));
    settings.add(new Setting("AIM identifiers", profile.aimIds() ? "Sent" : "Not sent"));
    return settings;
  }

  private static String connection(Line line) {
    return switch (line) {
      case Line.Serial serial ->
          "%s, %d baud %d%c%d"
              .formatted(
                  serial.path(),
                  serial.baud(),
                  serial.dataBits(),
                  serial.parity().name().charAt(0),
                  serial.stopBits());
      case Line.Wedge _ -> "Keyboard";
    };
  }

  private static String endings(ScannerProfile profile) {
    return profile.framing().marks().stream()
        .sorted()
        .map(mark -> ending(mark, profile))
        .collect(Collectors.joining(" "));
  }

  private static String ending(Mark mark, ScannerProfile profile) {
    return switch (mark) {
      case CR -> profile.line() instanceof Line.Wedge ? "Enter" : "CR";
      case LF -> "LF";
      case TAB -> "Tab";
      case STX_ETX -> "STX ... ETX";
      case SILENCE -> "Silence of " + profile.framing().gap().toMillis() + " ms";
    };
  }

  private static String part(String text) {
    return text.isEmpty() ? "Nothing" : keys(VisibleText.of(text));
  }

  /// Names the keys whose characters are made visible in a sentence.
  static String keys(String sentence) {
    String named = sentence;
    for (WedgeKey key : WedgeSettings.KEYS_FOR_GS) {
      named = named.replace(VisibleText.of(key.inText()), "the key " + key);
    }
    return named;
  }
}
