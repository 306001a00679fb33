package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Pictogram;
import java.util.List;

/// What happened last, as the band shows it.
///
/// @param headline the fact, at most 80 characters
/// @param detail the second line; empty when there is none
/// @param value the number at the right, such as `+12`; empty when there is none
/// @param facts what was scanned, expected, to do now; only of a [Outcome#REJECT]
public record Feedback(
    Outcome outcome,
    Pictogram icon,
    String headline,
    String detail,
    String value,
    List<Fact> facts) {
  /// One line of a rejection, such as `Expected` and `PO-1012`.
  public record Fact(String label, String text) {}

  public Feedback {
    facts = List.copyOf(facts);
  }

  public static Feedback accept(String headline, String detail, String value) {
    return of(Outcome.ACCEPT, headline, detail, value);
  }

  /// A line or receipt is complete; `value` is its total.
  public static Feedback done(String headline, String detail, String value) {
    return of(Outcome.DONE, headline, detail, value);
  }

  public static Feedback attention(String headline, String detail) {
    return of(Outcome.ATTENTION, headline, detail, "");
  }

  public static Feedback reject(String headline, Fact... facts) {
    return new Feedback(Outcome.REJECT, Outcome.REJECT.icon(), headline, "", "", List.of(facts));
  }

  /// The server, the network, a device. `icon`: [Pictogram#CLOUD_OFF] or [Pictogram#PLUG_ZAP].
  public static Feedback system(Pictogram icon, String headline, String detail) {
    return new Feedback(Outcome.SYSTEM, icon, headline, detail, "", List.of());
  }

  private static Feedback of(Outcome outcome, String headline, String detail, String value) {
    return new Feedback(outcome, outcome.icon(), headline, detail, value, List.of());
  }

  /// All of it as one sentence, for those who listen.
  public String spoken(Speech speech) {
    StringBuilder text =
        new StringBuilder(speech.say(outcome.word())).append(": ").append(headline);
    if (!value.isEmpty()) {
      text.append(", ").append(value);
    }
    if (!detail.isEmpty()) {
      text.append(". ").append(detail);
    }
    facts.forEach(fact -> text.append(". ").append(fact.label()).append(' ').append(fact.text()));
    return text.append('.').toString();
  }
}
