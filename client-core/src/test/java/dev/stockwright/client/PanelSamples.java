package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cards of the panels that lie over the work, for those who draw them.
public final class PanelSamples {
  private static final KnownPerson SUE = person("Susanne Winkelmann-Rodríguez", "supervisor");
  private static final KnownPerson BEN = person("Ben", "worker");

  private final Map<String, Sample> all = new LinkedHashMap<>();

  /// What is seen and said.
  public record Sample(Card card, Optional<Turn> said) {}

  private PanelSamples() {}

  /// Each by its name.
  public static Map<String, Sample> all() {
    PanelSamples samples = new PanelSamples();
    samples.approval();
    samples.refused();
    return samples.all;
  }

  private static KnownPerson person(String name, String role) {
    return new KnownPerson(
        name.substring(0, 3),
        name,
        role,
        List.of("NORTH"),
        "",
        "",
        6,
        Instant.EPOCH,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private void approval() {
    Said no =
        Said.of(Text.of(ApprovalPhrase.DIGITS_ONLY), Text.of(ApprovalPhrase.SCAN_BADGE_DETAIL));
    Panel panel =
        ApprovalPanel.of(
            new Decisions(List.of(), List.of()),
            new ApprovalPanel.Way(
                (asked, complete) -> Optional.of(no), turn -> {}, () -> Turn.of(Signal.DONE, no)));
    all.put(
        "approval-1-badge",
        new Sample(panel.card(), Optional.of(Turn.of(Signal.ATTENTION, ApprovalPanel.wanted()))));
    after("approval-2-no-supervisor", shown(panel, BEN));
    Panel pin = after("approval-3-pin", shown(panel, SUE));
    Panel some = pin;
    for (char digit : "1234".toCharArray()) {
      some = next(some.give(new Input.Typed(String.valueOf(digit))));
    }
    all.put("approval-4-digits", new Sample(some.card(), Optional.empty()));
    Panel five = next(some.give(new Input.Typed("5")));
    after("approval-5-not-allowed", five.give(new Input.Typed("6")));
  }

  private static Panel.After shown(Panel panel, KnownPerson person) {
    return ((ApprovalPanel) panel)
        .seen(
            new Identified.PlainCode("SW-BADGE"),
            Optional.of(person),
            new Sighting.Unknown("SW-BADGE", true));
  }

  private Panel after(String name, Panel.After after) {
    Panel next = next(after);
    all.put(name, new Sample(next.card(), after.said()));
    return next;
  }

  private static Panel next(Panel.After after) {
    return after.next().orElseThrow();
  }

  private void refused() {
    Entry few =
        refused(
            1,
            new Refusal.InsufficientStock(
                Samples.NORTH,
                new Sku("AB-1075-A4"),
                Optional.of(new LocationCode("A-01-02")),
                48,
                24),
            "");
    Entry over =
        refused(
            2,
            new Refusal.OverReceipt(
                new Reference("PO-1001"), new Sku("AB-1075-A4"), 1_200, 1_152, 96),
            "");
    Entry away =
        refused(
            3,
            new Refusal.UnknownLocation(Samples.NORTH, new LocationCode("C-12-04")),
            Scenes.NOW.toString());
    SyncStatus status = new SyncStatus(new SyncState.NeedsYou(2), 12, 2);
    show("sync-1-refused", SyncPanel.all(status, List.of(few, over, away)));
    show("sync-2-what-now", SyncPanel.one(few));
    show("sync-3-over-what-now", SyncPanel.one(over));
    show("sync-4-note", SyncPanel.note(over));
    show("sync-5-why", SyncPanel.why());
  }

  private void show(String name, Card card) {
    all.put(name, new Sample(card, Optional.empty()));
  }

  private static Entry refused(int number, Refusal refusal, String remark) {
    Envelope envelope =
        new Envelope(
            CommandId.timeOrdered(number, 2, 3),
            Samples.DESK,
            number,
            Optional.of(new Operator("ana")),
            Optional.of(Scenes.NOW),
            Optional.of("]C10109501101530003"),
            false,
            Samples.receive("AB-1075-A4", 48));
    return new Entry(
        envelope,
        Entry.Fate.ATTENTION,
        Scenes.NOW,
        Optional.of(Scenes.NOW),
        Optional.of(new Answer.Refused(envelope.id(), refusal, "No.")),
        remark);
  }
}
