package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import java.util.List;
import java.util.Optional;

/// Why a bin was named, in the language of the person: the server says it in English.
final class Grounds {
  private Grounds() {}

  /// The ground that tells most; a sentence of a later server stands as it is.
  static Optional<Text> first(List<String> why) {
    return why.stream().findFirst().map(Grounds::said);
  }

  /// Spaces are written `_` here, so that the places in both are the same.
  static Text said(String why) {
    String form = why.replace(' ', '_');
    if (form.equals("it_is_empty")) {
      return Text.of(PutAwayPhrase.WHY_EMPTY);
    }
    if (form.endsWith("_of_the_same_product_are_there_or_on_their_way")) {
      return Text.of(PutAwayPhrase.WHY_SAME_PRODUCT, before(why, form, "_of_the_same"));
    }
    if (form.endsWith("_of_the_same_lot_are_there_or_on_their_way")) {
      return Text.of(PutAwayPhrase.WHY_SAME_LOT, before(why, form, "_of_the_same"));
    }
    if (form.equals("other_lots_of_the_product_are_there")) {
      return Text.of(PutAwayPhrase.WHY_OTHER_LOTS);
    }
    if (form.equals("it_may_hold_several_products")) {
      return Text.of(PutAwayPhrase.WHY_SEVERAL);
    }
    if (form.equals("no_bin_takes_these_goods")) {
      return Text.of(PutAwayPhrase.WHY_NONE);
    }
    return zoned(why, form);
  }

  private static Text zoned(String why, String form) {
    int belongs = form.indexOf("_is_where_");
    int only = form.indexOf("_is_for_");
    if (form.startsWith("zone_") && (belongs > 0 || only > 0)) {
      return Text.of(
          PutAwayPhrase.WHY_ZONE, why.substring("zone_".length(), belongs > 0 ? belongs : only));
    }
    int waits = form.indexOf("_waits_for_");
    if (form.startsWith("order_") && waits > 0) {
      return Text.of(PutAwayPhrase.WHY_ORDER, why.substring("order_".length(), waits));
    }
    int named = form.indexOf("_named_it:_");
    if (named > 0) {
      return Text.of(PutAwayPhrase.WHY_NAMED, why.substring(0, named));
    }
    return Text.of(CommonPhrase.AS_IS, why);
  }

  private static String before(String why, String form, String end) {
    return why.substring(0, form.indexOf(end));
  }
}
