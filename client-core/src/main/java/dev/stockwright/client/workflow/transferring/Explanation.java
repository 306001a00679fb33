package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.transferring.TransferringState.Because;
import dev.stockwright.client.workflow.transferring.TransferringState.Choose;
import dev.stockwright.client.workflow.transferring.TransferringState.Explain;
import dev.stockwright.protocol.TransferCommand;
import java.util.List;
import java.util.Optional;

/// Saying why some of a transfer that left here has not arrived.
final class Explanation {
  /// What its reasons are used for.
  static final String USE = "transfer";

  private Explanation() {}

  static Step<TransferringState> seen(
      TransferringState state, Explain explain, Sheet sheet, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at ->
          Transfers.asked(
              new Explain(explain.transfer(), Optional.of(at.place().code())),
              Said.of(
                  Text.of(TransferringPhrase.FOUND_IN, at.place().code()),
                  Text.of(TransferringPhrase.EXPLAIN, sheet.inTransit())));
      case Sighting.Paper paper ->
          paper.kind() == Sighting.Paper.Kind.TRANSFER
              ? TransferringWorkflow.open(state, paper.number(), scene)
              : Transfers.unwanted(state, paper, scene);
      case Sighting.Goods goods -> Transfers.unwanted(state, goods, scene);
      case Sighting.Unit unit -> Transfers.unwanted(state, unit, scene);
      case Sighting.Document document -> Transfers.unwanted(state, document, scene);
      case Sighting.Badge badge -> Transfers.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Transfers.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Transfers.unwanted(state, many, scene);
      case Sighting.Unknown unknown -> Transfers.unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> Transfers.unwanted(state, unreadable, scene);
    };
  }

  static Step<TransferringState> because(
      TransferringState state, Explain explain, Sheet sheet, String code) {
    Optional<Reason> reason =
        sheet.books().reasons(USE).stream()
            .filter(each -> each.code().code().equals(code))
            .findFirst();
    return reason
        .map(
            each ->
                Transfers.undecided(
                    new Because(explain.transfer(), explain.foundIn(), each.code()),
                    Said.of(question(sheet, each), Text.of(TransferringPhrase.EXPLAIN_WHY))))
        .orElseGet(
            () ->
                Transfers.mistaken(
                    state,
                    Text.of(TransferringPhrase.GONE, code),
                    TransferringPhrase.EXPLAIN_DETAIL));
  }

  static Text question(Sheet sheet, Reason reason) {
    return Text.of(
        TransferringPhrase.EXPLAIN_ASK, sheet.number(), sheet.inTransit(), reason.name());
  }

  static Optional<Step<TransferringState>> answered(
      Because because, Sheet sheet, Key key, Scene scene) {
    return key == Key.CONFIRM || key == Key.OK
        ? Optional.of(
            Transfers.recorded(
                new Choose(),
                new TransferCommand.CloseTransfer(
                    scene.warehouse(),
                    sheet.number(),
                    because.reason(),
                    List.of(),
                    because.foundIn()),
                Said.of(
                    Text.of(TransferringPhrase.EXPLAINED, sheet.number()),
                    Text.of(TransferringPhrase.SCAN_NEXT)),
                true))
        : Optional.empty();
  }
}
