package dev.stockwright.client.workflow;

import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Step.Said;

/// What is said of a thing that cannot be used at this step.
public final class Unwanted {
  private Unwanted() {}

  /// What it is, and what to do instead.
  ///
  /// @param instruction what is wanted here, in the imperative
  public static Said said(Sighting sighting, Text instruction) {
    return Said.of(fact(sighting), detail(sighting, instruction));
  }

  private static Text fact(Sighting sighting) {
    return switch (sighting) {
      case Sighting.Goods goods -> Text.of(WorkingPhrase.THAT_IS, goods.product().name());
      case Sighting.AtPlace at -> Text.of(WorkingPhrase.THAT_IS, at.place().code());
      case Sighting.Unit unit -> Text.of(WorkingPhrase.THAT_IS, unit.unit().code());
      case Sighting.Document document ->
          Text.of(WorkingPhrase.OTHER_JOB, document.order().number());
      case Sighting.Paper paper -> Text.of(WorkingPhrase.OTHER_JOB, paper.number());
      case Sighting.Badge badge -> Text.of(WorkingPhrase.BADGE_OF, badge.name());
      case Sighting.Tags tags -> Text.of(WorkingPhrase.TAGS_NOT_HERE);
      case Sighting.Ambiguous many ->
          Text.of(WorkingPhrase.SEVERAL_PRODUCTS, Words.shown(many.text()), many.products().size());
      case Sighting.Unknown unknown ->
          Text.of(WorkingPhrase.NOT_KNOWN, Words.shown(unknown.text()));
      case Sighting.Unreadable unreadable -> Text.of(WorkingPhrase.MISREAD);
    };
  }

  private static Text detail(Sighting sighting, Text instruction) {
    return switch (sighting) {
      case Sighting.Ambiguous many -> Text.of(WorkingPhrase.SCAN_OTHER_CODE);
      case Sighting.Document document -> Text.of(WorkingPhrase.FINISH_FIRST);
      case Sighting.Paper paper -> Text.of(WorkingPhrase.FINISH_FIRST);
      case Sighting.Goods goods -> instruction;
      case Sighting.AtPlace at -> instruction;
      case Sighting.Unit unit -> instruction;
      case Sighting.Badge badge -> instruction;
      case Sighting.Tags tags -> instruction;
      case Sighting.Unknown unknown -> instruction;
      case Sighting.Unreadable unreadable -> instruction;
    };
  }
}
