package dev.stockwright.client.workflow.adjusting;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Goods;
import dev.stockwright.client.workflow.adjusting.AdjustingState.How;
import dev.stockwright.client.workflow.adjusting.AdjustingState.HowMany;
import dev.stockwright.client.workflow.adjusting.AdjustingState.LotWanted;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Pile;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Post;
import dev.stockwright.client.workflow.adjusting.AdjustingState.What;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Where;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Which;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Why;
import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// Putting the books right: place and goods, set to, add or remove, how many, why, post. The states
/// and every step are drawn in `docs/workflows/adjusting-steps.md`, which a test keeps equal to the
/// table that it runs.
public final class AdjustingWorkflow implements Workflow<AdjustingState> {

  @Override
  public Step<AdjustingState> seen(AdjustingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Where where -> where(state, where, sighting, scene);
      case What what -> there(state, what, sighting, scene);
      case LotWanted wanted -> lot(state, wanted, sighting, scene);
      case Which which -> which(state, which, sighting, scene);
      case How how -> there(state, spot(how.pile()), sighting, scene);
      case HowMany many -> there(state, spot(many.pile()), sighting, scene);
      case Why why -> unwanted(state, sighting, scene);
      case Post post -> unwanted(state, sighting, scene);
    };
  }

  private static What spot(Pile pile) {
    return new What(pile.at(), pile.unit());
  }

  private static Step<AdjustingState> where(
      AdjustingState state, Where where, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at ->
          where
              .goods()
              .map(goods -> chosen(state, at.place().code(), goods, scene))
              .orElseGet(() -> here(state, new What(at.place().code(), Optional.empty())));
      case Sighting.Goods goods -> goods(state, Optional.empty(), goods, scene);
      case Sighting.Unit unit -> unit(state, unit, Optional.empty(), scene);
      case Sighting.Document document -> away(state, document, document.order().number());
      case Sighting.Paper paper -> away(state, paper, paper.number());
      case Sighting.Badge badge -> unwanted(state, badge, scene);
      case Sighting.Tags tags -> unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> unwanted(state, many, scene);
      case Sighting.Unknown unknown -> unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable, scene);
    };
  }

  private static Step<AdjustingState> here(AdjustingState state, What what) {
    return new Step.Asked<>(
        state.in(what),
        Said.of(
            what.unit()
                .map(unit -> Text.of(AdjustingPhrase.HERE_ON, unit, what.at()))
                .orElseGet(() -> Text.of(AdjustingPhrase.HERE, what.at())),
            Text.of(AdjustingPhrase.SCAN_WHAT)));
  }

  /// With the place known; another place or other goods begin anew, for nothing is recorded yet.
  private static Step<AdjustingState> there(
      AdjustingState state, What what, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at -> here(state, new What(at.place().code(), Optional.empty()));
      case Sighting.Goods goods -> goods(state, Optional.of(what), goods, scene);
      case Sighting.Unit unit -> unit(state, unit, Optional.of(what.at()), scene);
      case Sighting.Document document -> unwanted(state, document, scene);
      case Sighting.Paper paper -> unwanted(state, paper, scene);
      case Sighting.Badge badge -> unwanted(state, badge, scene);
      case Sighting.Tags tags -> unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> unwanted(state, many, scene);
      case Sighting.Unknown unknown -> unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable, scene);
    };
  }

  /// A unit is adjusted where it stands; what is on it comes with it when it is one thing.
  private static Step<AdjustingState> unit(
      AdjustingState state, Sighting.Unit unit, Optional<LocationCode> here, Scene scene) {
    Optional<LocationCode> at = here.or(() -> unit.known().flatMap(KnownUnit::at));
    if (at.isEmpty()) {
      return mistaken(
          state,
          Text.of(WorkingPhrase.NOT_KNOWN, unit.unit().code()),
          Text.of(AdjustingPhrase.SCAN_WHERE));
    }
    List<KnownUnit.Content> contents = unit.known().map(KnownUnit::contents).orElse(List.of());
    if (contents.size() == 1) {
      KnownUnit.Content content = contents.getFirst();
      return how(
          state,
          new Pile(
              at.get(),
              content.product(),
              content.lot(),
              Optional.of(unit.unit()),
              content.condition()),
          scene);
    }
    return here(state, new What(at.get(), Optional.of(unit.unit())));
  }

  private static Step<AdjustingState> goods(
      AdjustingState state, Optional<What> what, Sighting.Goods goods, Scene scene) {
    Product product = goods.product();
    Optional<LotCode> lot = lot(goods);
    if (lot.isEmpty() && (product.lotTracked() || product.serialTracked())) {
      return new Step.Asked<>(
          state.in(new LotWanted(what.map(What::at), what.flatMap(What::unit), product)),
          Said.of(lotAsked(product), AdjustingCard.lotWanted(product)));
    }
    return goods(state, what, new Goods(product, lot), scene);
  }

  private static Step<AdjustingState> goods(
      AdjustingState state, Optional<What> what, Goods goods, Scene scene) {
    Optional<HandlingUnit> unit = what.flatMap(What::unit);
    if (what.isPresent() && unit.isPresent()) {
      return Piles.among(what.get().at(), goods.product(), goods.lot(), scene).stream()
          .filter(pile -> pile.unit().equals(unit))
          .findFirst()
          .map(pile -> how(state, pile, scene))
          .orElseGet(
              () ->
                  mistaken(
                      state,
                      Text.of(AdjustingPhrase.NOT_ON_IT, goods.product().name(), unit.get()),
                      Text.of(AdjustingPhrase.SCAN_PLACE_FOR_LOOSE)));
    }
    Optional<LocationCode> at =
        what.map(What::at).or(() -> Piles.only(goods.product(), goods.lot(), scene));
    return at.map(place -> chosen(state, place, goods, scene))
        .orElseGet(
            () ->
                new Step.Asked<>(
                    state.in(new Where(Optional.of(goods))),
                    Said.of(
                        Text.of(AdjustingPhrase.WHICH_PLACE, goods.product().name()),
                        Text.of(AdjustingPhrase.SCAN_WHERE))));
  }

  /// The lot; of goods kept by piece the serial number, which stands in its place.
  private static Optional<LotCode> lot(Sighting.Goods goods) {
    return goods.product().serialTracked()
        ? goods.label().serial().map(SerialNumber::code).map(LotCode::new)
        : goods.label().lot();
  }

  private static Text lotAsked(Product product) {
    return product.serialTracked()
        ? Text.of(AdjustingPhrase.WHICH_SERIAL, product.name())
        : Text.of(AdjustingPhrase.WHICH_LOT, product.name());
  }

  private static Step<AdjustingState> lot(
      AdjustingState state, LotWanted wanted, Sighting sighting, Scene scene) {
    Optional<LotCode> lot =
        switch (sighting) {
          case Sighting.Unknown text -> text.plain() ? lotOf(text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(wanted.product().sku()) ? lot(goods) : Optional.empty();
          case Sighting.AtPlace at -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Paper paper -> Optional.empty();
          case Sighting.Badge badge -> Optional.empty();
          case Sighting.Tags tags -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    if (lot.isEmpty()) {
      return sighting instanceof Sighting.Unreadable
          ? unwanted(state, sighting, scene)
          : mistaken(state, lotAsked(wanted.product()), AdjustingCard.lotWanted(wanted.product()));
    }
    Optional<What> what = wanted.place().map(at -> new What(at, wanted.unit()));
    return goods(state, what, new Goods(wanted.product(), lot), scene);
  }

  private static Optional<LotCode> lotOf(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Step<AdjustingState> chosen(
      AdjustingState state, LocationCode at, Goods goods, Scene scene) {
    List<Pile> piles = Piles.among(at, goods.product(), goods.lot(), scene);
    if (piles.size() == 1) {
      return how(state, piles.getFirst(), scene);
    }
    return new Step.Asked<>(
        state.in(new Which(at, goods.product(), goods.lot())),
        Said.of(
            Text.of(AdjustingPhrase.SEVERAL_PILES, goods.product().name(), at),
            Text.of(AdjustingPhrase.CHOOSE_PILE)));
  }

  private static Step<AdjustingState> which(
      AdjustingState state, Which which, Sighting sighting, Scene scene) {
    if (sighting instanceof Sighting.Unit unit) {
      Optional<Pile> pile =
          piles(which, scene).stream()
              .filter(one -> one.unit().filter(unit.unit()::equals).isPresent())
              .findFirst();
      if (pile.isPresent()) {
        return how(state, pile.get(), scene);
      }
    }
    return there(state, new What(which.at(), Optional.empty()), sighting, scene);
  }

  static List<Pile> piles(Which which, Scene scene) {
    return Piles.among(which.at(), which.product(), which.lot(), scene);
  }

  private static Step<AdjustingState> how(AdjustingState state, Pile pile, Scene scene) {
    return new Step.Asked<>(
        state.in(new How(pile)),
        Said.of(
            Piles.present(pile, scene)
                .map(
                    there ->
                        Text.of(
                            AdjustingPhrase.SO_MANY_THERE, pile.product().name(), there, pile.at()))
                .orElseGet(
                    () -> Text.of(AdjustingPhrase.GOODS_THERE, pile.product().name(), pile.at())),
            Text.of(AdjustingPhrase.CHOOSE_HOW)));
  }

  @Override
  public Step<AdjustingState> given(AdjustingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Keyed keyed ->
          state.phase() instanceof HowMany many
              ? new Figuring(state, many.pile(), scene).keyed(many.mode(), keyed.units())
              : nothing(state, scene);
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Point point -> pointed(state, point.what(), scene);
      case Input.Because because ->
          state.phase() instanceof Why why
              ? new Figuring(state, why.pile(), scene).because(why.change(), because.reason())
              : nothing(state, scene);
      case Input.Typed typed ->
          state.phase() instanceof Post post
              ? new Figuring(state, post.pile(), scene).noted(post, typed.text())
              : seen(state, new Sighting.Unknown(typed.text(), true), scene);
    };
  }

  private static Step<AdjustingState> pointed(AdjustingState state, String what, Scene scene) {
    return state.phase() instanceof Which which
        ? piles(which, scene).stream()
            .filter(pile -> Piles.key(pile).equals(what))
            .findFirst()
            .map(pile -> how(state, pile, scene))
            .orElseGet(() -> nothing(state, scene))
        : nothing(state, scene);
  }

  private static Step<AdjustingState> pressed(AdjustingState state, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state);
    }
    Optional<Pile> pile =
        switch (state.phase()) {
          case How how -> Optional.of(how.pile());
          case HowMany many -> Optional.of(many.pile());
          case Where where -> Optional.empty();
          case What what -> Optional.empty();
          case LotWanted wanted -> Optional.empty();
          case Which which -> Optional.empty();
          case Why why -> Optional.empty();
          case Post post -> Optional.empty();
        };
    Optional<AdjustingState.Mode> mode = Figuring.mode(key);
    if (pile.isPresent() && mode.isPresent()) {
      return new Figuring(state, pile.get(), scene).in(mode.get());
    }
    return state.phase() instanceof Post post && key == Key.OK
        ? new Figuring(state, post.pile(), scene).post(post)
        : nothing(state, scene);
  }

  /// One step back; at the beginning the activity is left.
  private static Step<AdjustingState> back(AdjustingState state) {
    return switch (state.phase()) {
      case Where where ->
          where.goods().isPresent()
              ? back(state, new Where(Optional.empty()))
              : new Step.Left<>(state, Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
      case What what -> back(state, new Where(Optional.empty()));
      case LotWanted wanted ->
          back(
              state,
              wanted
                  .place()
                  .<AdjustingState.Phase>map(at -> new What(at, wanted.unit()))
                  .orElseGet(() -> new Where(Optional.empty())));
      case Which which -> back(state, new What(which.at(), Optional.empty()));
      case How how -> back(state, spot(how.pile()));
      case HowMany many -> back(state, new How(many.pile()));
      case Why why -> back(state, new How(why.pile()));
      case Post post -> back(state, new Why(post.pile(), post.change()));
    };
  }

  private static Step<AdjustingState> back(AdjustingState state, AdjustingState.Phase to) {
    return new Step.Asked<>(state.in(to), Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
  }

  /// The same pile, difference and reason are on the screen again: to be posted otherwise, or left.
  @Override
  public Optional<Said> undone(AdjustingState state, Scene scene) {
    return state.done().stream()
        .findFirst()
        .map(
            one ->
                Said.of(
                    Text.of(
                        AdjustingPhrase.UNDONE,
                        one.name(),
                        Figuring.signed(one.change()),
                        one.at()),
                    Text.of(AdjustingPhrase.POST_OR_BACK)));
  }

  /// What was refused was not sent; the attention list says why.
  @Override
  public AdjustingState refused(AdjustingState state, Command command) {
    return command instanceof AdjustmentCommand.ProposeAdjustment c
        ? state.done().stream()
            .filter(one -> one.at().equals(c.location()) && one.change() == c.change())
            .findFirst()
            .map(state::forgetting)
            .orElse(state)
        : state;
  }

  private static Step<AdjustingState> nothing(AdjustingState state, Scene scene) {
    return mistaken(
        state, Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), AdjustingCard.instruction(state, scene));
  }

  /// With nothing chosen a document is another job, which begins at once.
  private static Step<AdjustingState> away(AdjustingState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  private static Step<AdjustingState> unwanted(AdjustingState state, Sighting seen, Scene scene) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, AdjustingCard.instruction(state, scene)));
  }

  private static Step<AdjustingState> mistaken(AdjustingState state, Text headline, Text detail) {
    return new Step.Mistaken<>(state, Said.of(headline, detail));
  }

  @Override
  public Card card(AdjustingState state, Scene scene) {
    return AdjustingCard.of(state, scene);
  }
}
