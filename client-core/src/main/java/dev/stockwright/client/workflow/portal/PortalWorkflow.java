package dev.stockwright.client.workflow.portal;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.portal.PortalState.Ended;
import dev.stockwright.client.workflow.portal.PortalState.Heard;
import dev.stockwright.client.workflow.portal.PortalState.Idle;
import dev.stockwright.client.workflow.portal.PortalState.Reading;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Receiving what passes an RFID gate: pure, `(state, sighting) -> step`.
///
/// Tags say what is there; nothing of it is received before all of it is there, or a person has
/// said so. What was received is written down together with its tags, so that the same tag never
/// counts twice. The states and every step are drawn in `docs/workflows/portal-steps.md`.
public final class PortalWorkflow implements Workflow<PortalState> {
  @Override
  public Step<PortalState> seen(PortalState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Document document -> opened(state, document);
      case Sighting.Tags tags -> tags(state, tags, scene);
      case Sighting.Goods goods -> byBarcode(state, goods, scene);
      case Sighting.AtPlace at -> new Step.Asked<>(state.at(at.place().code()), instruction(state));
      case Sighting.Unit unit -> unwanted(state, unit);
      case Sighting.Paper paper -> unwanted(state, paper);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unknown unknown -> unwanted(state, unknown);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Step<PortalState> unwanted(PortalState state, Sighting seen) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, instruction(state).headline()));
  }

  private static Said instruction(PortalState state) {
    PortalPhrase now =
        switch (state.phase()) {
          case Idle idle ->
              state.order().isPresent() ? PortalPhrase.PRESS_READ : PortalPhrase.OPEN_ORDER;
          case Reading reading -> PortalPhrase.DRIVE_THROUGH;
          case Ended ended -> PortalPhrase.READ_OR_SCAN;
        };
    return Said.of(Text.of(now));
  }

  private static Step<PortalState> opened(PortalState state, Sighting.Document document) {
    if (!(state.phase() instanceof Idle)) {
      return unwanted(state, document);
    }
    return new Step.Asked<>(
        state.on(document.order().number()),
        Said.of(
            Text.of(PortalPhrase.READY_FOR, document.order().number()),
            Text.of(PortalPhrase.PRESS_READ)));
  }

  /// The first tag begins a session, if there is something that it can be counted for.
  private static Step<PortalState> tags(PortalState state, Sighting.Tags tags, Scene scene) {
    if (state.order().isEmpty()) {
      return no(state, PortalPhrase.NO_ORDER, PortalPhrase.OPEN_ORDER);
    }
    PortalState heard = state.in(new Reading()).hearing(joined(state.heard(), tags.read()));
    return new Step.Asked<>(heard, readSoFar(heard, scene));
  }

  /// Each tag once; one that was weak counts as soon as it is heard well.
  private static List<Heard> joined(List<Heard> before, List<Sighting.Tag> tags) {
    List<Heard> all = new ArrayList<>(before);
    for (Sighting.Tag tag : tags) {
      Heard piece =
          new Heard(tag.epc(), tag.product().map(known -> known.sku()), tag.serial(), tag.weak());
      int at = indexOf(all, piece);
      if (at < 0) {
        all.add(piece);
      } else if (all.get(at).weak() && !piece.weak()) {
        all.set(at, piece);
      }
    }
    return all;
  }

  /// The same tag, or the same piece by its barcode.
  private static int indexOf(List<Heard> all, Heard piece) {
    for (int i = 0; i < all.size(); i++) {
      Heard other = all.get(i);
      boolean samePiece =
          piece.serial().isPresent()
              && piece.sku().isPresent()
              && piece.serial().equals(other.serial())
              && piece.sku().equals(other.sku());
      if (other.key().equals(piece.key()) || samePiece) {
        return i;
      }
    }
    return -1;
  }

  private static Said readSoFar(PortalState state, Scene scene) {
    PortalTally tally = PortalTally.of(state, scene);
    return Said.of(
        Text.of(PortalPhrase.READ_OF, tally.read(), tally.expected()),
        Text.of(PortalPhrase.DRIVE_THROUGH));
  }

  /// A piece whose tag was not heard.
  private static Step<PortalState> byBarcode(PortalState state, Sighting.Goods goods, Scene scene) {
    if (state.phase() instanceof Idle) {
      return unwanted(state, goods);
    }
    Optional<SerialNumber> serial = goods.label().serial();
    String name = goods.product().name();
    if (goods.product().serialTracked() && serial.isEmpty()) {
      return new Step.Mistaken<>(
          state,
          Said.of(Text.of(PortalPhrase.NEEDS_SERIAL, name), Text.of(PortalPhrase.SCAN_SERIAL)));
    }
    List<Heard> all = new ArrayList<>(state.heard());
    long units = goods.pack().equals(PackLevel.EACH) ? 1 : goods.pack().units();
    for (long i = 0; i < units; i++) {
      Heard piece =
          new Heard(
              "scan-" + (all.size() + 1) + "-" + goods.product().sku(),
              Optional.of(goods.product().sku()),
              serial,
              false);
      int at = indexOf(all, piece);
      if (at >= 0 && !all.get(at).weak()) {
        return new Step.Mistaken<>(
            state,
            Said.of(
                Text.of(PortalPhrase.READ_ALREADY, name, serial.map(SerialNumber::code).orElse("")),
                instruction(state).headline()));
      }
      if (at >= 0) {
        all.set(at, piece);
      } else {
        all.add(piece);
      }
    }
    PortalState more = state.hearing(all);
    PortalTally before = PortalTally.of(state, scene);
    PortalTally after = PortalTally.of(more, scene);
    if (after.read() < before.read() + units) {
      return new Step.Mistaken<>(
          state, Said.of(Text.of(PortalPhrase.NOT_MISSING, name), instruction(state).headline()));
    }
    Said said =
        Said.of(
                Text.of(PortalPhrase.BY_BARCODE, name),
                Text.of(PortalPhrase.READ_OF, after.read(), after.expected()))
            .value(Text.of(CommonPhrase.PLUS, units));
    if (state.phase() instanceof Reading) {
      return new Step.Asked<>(more, said);
    }
    return after.whole() ? accepted(more, scene) : new Step.Undecided<>(more, said);
  }

  @Override
  public Step<PortalState> given(PortalState state, Input input, Scene scene) {
    if (!(input instanceof Input.Press(Key key))) {
      return no(state, PortalPhrase.ANSWER_FIRST, PortalPhrase.READ_OR_SCAN);
    }
    return switch (key) {
      case AGAIN -> reading(state, scene);
      case OK -> state.phase() instanceof Reading ? ended(state, scene) : reading(state, scene);
      case DONE -> accepted(state, scene);
      case REMOVE -> removed(state, scene);
      case BACK -> stopped(state);
      default -> no(state, PortalPhrase.ANSWER_FIRST, PortalPhrase.READ_OR_SCAN);
    };
  }

  private static Step<PortalState> reading(PortalState state, Scene scene) {
    if (state.order().isEmpty()) {
      return no(state, PortalPhrase.NO_ORDER, PortalPhrase.OPEN_ORDER);
    }
    PortalState next = state.in(new Reading());
    return PortalTally.of(next, scene).expected() == 0
        ? no(state, PortalPhrase.NOTHING_WANTED, PortalPhrase.OPEN_ORDER)
        : new Step.Asked<>(next, readSoFar(next, scene));
  }

  /// It has been quiet for a while, or a person has said that this was all.
  private static Step<PortalState> ended(PortalState state, Scene scene) {
    PortalTally tally = PortalTally.of(state, scene);
    return tally.whole()
        ? accepted(state, scene)
        : new Step.Undecided<>(state.in(new Ended()), said(tally));
  }

  /// What is said of a pass that is over.
  static Said said(PortalTally tally) {
    if (tally.read() == 0) {
      return Said.of(Text.of(PortalPhrase.NOTHING_READ), Text.of(PortalPhrase.READ_OR_SCAN));
    }
    return tally.missing() > 0
        ? Said.of(
            Text.of(PortalPhrase.MISSING, tally.missing()), Text.of(PortalPhrase.READ_OR_SCAN))
        : Said.of(
            Text.of(PortalPhrase.EXTRA, tally.extra().size() + tally.unknown().size()),
            Text.of(PortalPhrase.TAKE_OFF));
  }

  /// What was more than was wanted has been taken off; heard once more it is there again.
  private static Step<PortalState> removed(PortalState state, Scene scene) {
    PortalTally tally = PortalTally.of(state, scene);
    int off = tally.extra().size() + tally.unknown().size();
    if (!(state.phase() instanceof Ended) || off == 0) {
      return no(state, PortalPhrase.ANSWER_FIRST, PortalPhrase.READ_OR_SCAN);
    }
    List<Heard> left = new ArrayList<>(state.heard());
    left.removeAll(tally.extra());
    left.removeAll(tally.unknown());
    PortalState fewer = state.hearing(left);
    return PortalTally.of(fewer, scene).whole()
        ? accepted(fewer, scene)
        : new Step.Undecided<>(
            fewer, Said.of(Text.of(PortalPhrase.REMOVED, off), Text.of(PortalPhrase.READ_OR_SCAN)));
  }

  private static Step<PortalState> stopped(PortalState state) {
    Said said = Said.of(Text.of(PortalPhrase.STOPPED), Text.of(PortalPhrase.PRESS_READ));
    return state.phase() instanceof Idle
        ? new Step.Left<>(state, said)
        : new Step.Asked<>(state.after(state.posted()), said);
  }

  /// Receives what is here: pieces with serial numbers one by one, others as one quantity.
  private static Step<PortalState> accepted(PortalState state, Scene scene) {
    PortalTally tally = PortalTally.of(state, scene);
    if (state.phase() instanceof Idle || tally.read() == 0) {
      return no(state, PortalPhrase.NOTHING_READ, PortalPhrase.READ_OR_SCAN);
    }
    List<Command> commands = new ArrayList<>();
    List<String> posted = new ArrayList<>(state.posted());
    for (PortalTally.Line line : tally.lines()) {
      line.pieces().stream().map(Heard::key).forEach(posted::add);
      if (line.product().serialTracked()) {
        line.pieces()
            .forEach(piece -> commands.add(receive(state, scene, line, piece.serial(), 1)));
      } else if (!line.pieces().isEmpty()) {
        commands.add(receive(state, scene, line, Optional.empty(), line.pieces().size()));
      }
    }
    Text headline =
        tally.missing() == 0
            ? Text.of(PortalPhrase.RECEIVED, tally.read())
            : Text.of(PortalPhrase.RECEIVED_SHORT, tally.read(), tally.missing());
    return new Step.Recorded<>(
        state.after(posted),
        commands,
        Said.of(headline, Text.of(PortalPhrase.NEXT_PASS))
            .value(Text.of(CommonPhrase.PLUS, tally.read())),
        tally.missing() == 0,
        false);
  }

  private static Command receive(
      PortalState state,
      Scene scene,
      PortalTally.Line line,
      Optional<SerialNumber> serial,
      long units) {
    return new ReceiveGoods(
        scene.warehouse(),
        line.product().sku(),
        new Quantity(units),
        state.staging(),
        Optional.empty(),
        Optional.empty(),
        serial,
        Optional.empty(),
        Optional.empty(),
        state.order(),
        Optional.empty());
  }

  private static Step<PortalState> no(
      PortalState state, PortalPhrase headline, PortalPhrase detail) {
    return new Step.Mistaken<>(state, Said.of(Text.of(headline), Text.of(detail)));
  }

  @Override
  public Card card(PortalState state, Scene scene) {
    return new PortalCard(state, PortalTally.of(state, scene)).card();
  }

  /// The session is left by its own key; who looks at something else finds it as it was.
  @Override
  public Optional<PortalState> kept(PortalState left) {
    return Optional.of(left);
  }
}
