package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.look.Decision;
import java.util.ArrayList;
import java.util.List;

/// A row of the exceptions that was left at the dock, told by its id from refused work.
public final class LeftRow {
  private static final String OVER = "over-";
  private static final String UNKNOWN = "unknown-";

  /// The answer that a barcode stands for the product that was scanned for it.
  public static final String LINK = "link";

  private LeftRow() {}

  /// @param over more than may come; else a barcode that nobody knows
  /// @param note the number of the note
  public static String id(boolean over, String note) {
    return (over ? OVER : UNKNOWN) + note;
  }

  /// Whether it is no refused work.
  public static boolean is(String row) {
    return row.startsWith(OVER) || row.startsWith(UNKNOWN);
  }

  /// Whether it is a barcode that nobody knows.
  public static boolean unknown(String row) {
    return row.startsWith(UNKNOWN);
  }

  /// The number of the note.
  public static String note(String row) {
    return row.substring(row.indexOf('-') + 1);
  }

  /// What a supervisor can do about it.
  static Decision asking(
      ListsViewModel model, ListRow row, List<Decision.Option> rejecting, String yes) {
    boolean over = row.id().startsWith(OVER);
    List<Decision.Option> options = new ArrayList<>();
    options.add(
        new Decision.Option(
            yes,
            model.say(over ? FloorPhrase.ALLOW_OVER : FloorPhrase.SEEN),
            model.say(over ? FloorPhrase.ALLOW_OVER_THEN : FloorPhrase.SEEN_THEN)));
    if (over) {
      options.addAll(rejecting);
    }
    return new Decision(
        model.say(
            FloorPhrase.REFERRAL_ASKED,
            ListKind.REFERRALS.words(row, "what"),
            ListKind.REFERRALS.words(row, "who")),
        over
            ? ListKind.REFERRALS.words(row, "reason")
            : ListKind.REFERRALS.words(row, "reason") + ". " + model.say(FloorPhrase.LINK_SCAN),
        options);
  }
}
