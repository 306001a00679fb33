package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.CartWanted;
import dev.stockwright.client.workflow.picking.PickingState.Choose;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.Empty;
import dev.stockwright.client.workflow.picking.PickingState.Expired;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Job;
import dev.stockwright.client.workflow.picking.PickingState.Large;
import dev.stockwright.client.workflow.picking.PickingState.Missing;
import dev.stockwright.client.workflow.picking.PickingState.OtherDrop;
import dev.stockwright.client.workflow.picking.PickingState.OtherLot;
import dev.stockwright.client.workflow.picking.PickingState.OtherPlace;
import dev.stockwright.client.workflow.picking.PickingState.PutBack;
import dev.stockwright.client.workflow.picking.PickingState.Skip;
import dev.stockwright.client.workflow.picking.PickingState.ToteWanted;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows while orders are picked.
final class PickingCard {
  private static final int NEXT_SHOWN = 5;

  private final PickingState state;
  private final Scene scene;
  private final List<PickLine> left;
  private final Optional<PickLine> line;

  private PickingCard(PickingState state, Scene scene) {
    this.state = state;
    this.scene = scene;
    this.left = Way.lines(state, scene);
    this.line =
        PickingWorkflow.wanted(state, scene)
            .flatMap(
                number -> left.stream().filter(each -> each.number().equals(number)).findFirst());
  }

  static Card of(PickingState state, Scene scene) {
    return new PickingCard(state, scene).card();
  }

  /// What is to be done next.
  static Text instruction(PickingState state, Scene scene) {
    return new PickingCard(state, scene).instruction();
  }

  private Card card() {
    Optional<Card.Question> question = PickingQuestion.of(state, line, scene);
    boolean asked = question.isPresent();
    Text title =
        state
            .job()
            .map(job -> Text.of(CommonPhrase.AS_IS, job.task()))
            .orElseGet(() -> Text.of(PickingPhrase.TITLE));
    Card.Means means =
        asked
            ? Card.Means.DECIDE
            : state.phase() instanceof PutBack ? Card.Means.TOUCH : Card.Means.SCAN;
    Card card =
        Card.of(title, new Card.Prompt(means, instruction(), detail()))
            .plate(plate())
            .goods(goods())
            .hint(hint())
            .rows(asked ? List.of() : rows())
            .question(question)
            .more(asked ? List.of() : more());
    Card placed =
        Way.cart(state, scene)
            .map(cart -> card.context(Text.of(PickingPhrase.CART_IS, cart)))
            .orElse(card);
    Card led = asked ? placed : primary().map(placed::primary).orElse(placed);
    return state.job().map(job -> progress(led, job)).orElse(led);
  }

  private Card progress(Card card, Job job) {
    int of = job.finished() + left.size();
    return of == 0
        ? card
        : card.progress(
            new Card.Progress(
                job.finished(), of, Text.of(PickingPhrase.PROGRESS, job.finished(), of)));
  }

  private Text instruction() {
    return switch (state.phase()) {
      case Choose choose -> Text.of(PickingPhrase.SCAN_TASK);
      case CartWanted wanted -> Text.of(PickingPhrase.SCAN_CART);
      case Go go ->
          line.map(next -> Text.of(PickingPhrase.GO_TO, code(next)))
              .orElseGet(() -> Text.of(PickingPhrase.NO_LINES));
      case AtBin bin -> Text.of(PickingPhrase.SCAN_GOODS);
      case ToteWanted wanted ->
          line.flatMap(each -> Way.tote(each, state))
              .map(tote -> Text.of(PickingPhrase.SCAN_TOTE, tote.code()))
              .orElseGet(() -> Text.of(PickingPhrase.SCAN_ANY_TOTE));
      case OtherPlace other -> Text.of(PickingPhrase.DECIDE_PLACE);
      case OtherLot other -> Text.of(PickingPhrase.OTHER_LOT_REASON);
      case Expired expired -> Text.of(PickingPhrase.EXPIRED_REASON);
      case Large large -> Text.of(PickingPhrase.LARGE_REASON);
      case Missing missing -> Text.of(PickingPhrase.SHORT_REASON);
      case Empty empty -> Text.of(PickingPhrase.EMPTY_REASON);
      case Skip skip -> Text.of(PickingPhrase.SKIP_REASON);
      case PutBack back -> Text.of(PickingPhrase.NOT_WANTED, back.units(), back.from());
      case Drop drop ->
          Dropping.meant(scene)
              .map(place -> Text.of(PickingPhrase.BRING, place.code()))
              .orElseGet(() -> Text.of(PickingPhrase.SCAN_DROP));
      case OtherDrop other -> Text.of(PickingPhrase.DECIDE_DROP);
    };
  }

  private Optional<Text> detail() {
    return state.phase() instanceof Choose
        ? Optional.of(Text.of(PickingPhrase.SCAN_TASK_DETAIL))
        : Optional.empty();
  }

  private Optional<Card.Plate> plate() {
    return switch (state.phase()) {
      case Go go -> line.map(next -> plate(PickingPhrase.TO, code(next), false));
      case AtBin bin -> Optional.of(plate(PickingPhrase.AT, bin.from().code(), true));
      case ToteWanted wanted ->
          line.flatMap(each -> Way.tote(each, state))
              .map(tote -> sign(PickingPhrase.INTO, tote.code()));
      case Drop drop ->
          Dropping.meant(scene).map(place -> sign(PickingPhrase.BRING_TO, place.code().code()));
      case PutBack back -> Optional.of(sign(PickingPhrase.BACK_TO, back.from().code()));
      case Choose choose -> Optional.empty();
      case CartWanted wanted -> Optional.empty();
      case OtherPlace other -> Optional.empty();
      case OtherLot other -> Optional.empty();
      case Expired expired -> Optional.empty();
      case Large large -> Optional.empty();
      case Missing missing -> Optional.empty();
      case Empty empty -> Optional.empty();
      case Skip skip -> Optional.empty();
      case OtherDrop other -> Optional.empty();
    };
  }

  private Card.Plate plate(PickingPhrase label, String code, boolean here) {
    Optional<String> before = state.done().stream().findFirst().map(last -> last.from().code());
    Optional<Text> zone =
        scene
            .books()
            .place(new LocationCode(code))
            .map(Place::zone)
            .filter(name -> !name.isEmpty())
            .map(name -> Text.of(CommonPhrase.AS_IS, name));
    return new Card.Plate(Text.of(label), code, before, zone, here);
  }

  private static Card.Plate sign(PickingPhrase label, String code) {
    return new Card.Plate(Text.of(label), code, Optional.empty(), Optional.empty(), false);
  }

  private Optional<Card.Goods> goods() {
    boolean shown =
        !(state.phase() instanceof Choose
            || state.phase() instanceof Drop
            || state.phase() instanceof OtherDrop
            || state.phase() instanceof CartWanted);
    return shown ? line.map(this::goods) : Optional.empty();
  }

  private Card.Goods goods(PickLine each) {
    long held = state.held().map(bin -> bin.hand().units()).orElse(0L);
    Optional<LotCode> lot = state.held().flatMap(AtBin::lot).or(each::lot);
    Text sku = Text.of(CommonPhrase.AS_IS, each.sku());
    return new Card.Goods(
        each.name(),
        lot.map(code -> Text.of(PickingPhrase.LOT_OF, sku, code)).orElse(sku),
        Optional.of(
            new Card.Amount(
                Optional.of(each.picked() + held),
                Optional.of(each.quantity()),
                scene
                    .books()
                    .product(each.sku())
                    .map(product -> GoodsPhrase.unit(product, each.quantity())),
                state.phase() instanceof AtBin)));
  }

  private Optional<Text> hint() {
    if (state.phase() instanceof AtBin bin && bin.keyed() > 0) {
      return Optional.of(Text.of(PickingPhrase.NEXT_SAVES, bin.keyed()));
    }
    if (!(state.phase() instanceof Go)) {
      return Optional.empty();
    }
    return line.flatMap(PickLine::trouble)
        .map(trouble -> Text.of(PickingPhrase.TROUBLE, trouble))
        .or(
            () ->
                left.stream()
                    .skip(1)
                    .findFirst()
                    .map(next -> Text.of(PickingPhrase.THEN, code(next))));
  }

  private List<Card.Row> rows() {
    if (state.phase() instanceof Choose) {
      return Way.offered(state, scene).stream().limit(Card.CHOICES_MAX).map(this::row).toList();
    }
    List<Card.Row> rows = new ArrayList<>();
    left.stream()
        .filter(each -> line.filter(each::equals).isEmpty())
        .limit(NEXT_SHOWN)
        .map(this::row)
        .forEach(rows::add);
    state.done().stream().map(PickingCard::row).forEach(rows::add);
    return rows;
  }

  private Card.Row row(WaitingTask task) {
    boolean mine = Way.mine(task, scene);
    Text number = Text.of(CommonPhrase.AS_IS, task.number());
    return new Card.Row(
        mine ? Icon.NEXT : Icon.PICK,
        mine ? Text.of(PickingPhrase.YOURS, task.number()) : number,
        task.place().map(place -> Text.of(PickingPhrase.BEGINS_AT, place)),
        task.quantity().map(units -> Text.of(CommonPhrase.AS_IS, units)),
        Optional.of(new Input.Point(task.number().code())));
  }

  private Card.Row row(PickLine next) {
    boolean skipped = state.job().filter(job -> Way.skipped(job, next)).isPresent();
    return new Card.Row(
        skipped ? Icon.SKIP : Icon.NEXT,
        Text.of(PickingPhrase.LINE_ROW, code(next), next.name()),
        Optional.empty(),
        Optional.of(Text.of(CommonPhrase.AS_IS, next.left())),
        Optional.empty());
  }

  private static Card.Row row(PickingState.Taken taken) {
    return new Card.Row(
        taken.ended() ? Icon.DONE : Icon.SHORT,
        Text.of(PickingPhrase.LINE_ROW, taken.from(), taken.name()),
        Optional.empty(),
        Optional.of(Text.of(CommonPhrase.FRACTION, taken.units(), taken.of())),
        Optional.empty());
  }

  private Optional<Action> primary() {
    return switch (state.phase()) {
      case Choose choose ->
          Way.offered(state, scene).isEmpty()
              ? Optional.empty()
              : Optional.of(press(Icon.NEXT, PickingPhrase.NEXT_PICK, Key.OK));
      case AtBin bin ->
          line.map(
              each ->
                  Action.press(
                      Icon.ALL_DONE,
                      Text.of(
                          PickingPhrase.ALL,
                          new Taking(state, bin, each, scene).wanted() - bin.hand().units()),
                      Key.ALL));
      case PutBack back -> Optional.of(press(Icon.DONE, PickingPhrase.IS_BACK, Key.OK));
      case CartWanted wanted -> Optional.empty();
      case Go go -> Optional.empty();
      case ToteWanted wanted -> Optional.empty();
      case OtherPlace other -> Optional.empty();
      case OtherLot other -> Optional.empty();
      case Expired expired -> Optional.empty();
      case Large large -> Optional.empty();
      case Missing missing -> Optional.empty();
      case Empty empty -> Optional.empty();
      case Skip skip -> Optional.empty();
      case Drop drop -> Optional.empty();
      case OtherDrop other -> Optional.empty();
    };
  }

  private static Action press(Icon icon, PickingPhrase label, Key key) {
    return Action.press(icon, Text.of(label), key);
  }

  private List<Action> more() {
    List<Action> more = new ArrayList<>();
    if (state.phase() instanceof AtBin) {
      more.add(press(Icon.KEYPAD, PickingPhrase.KEYPAD, Key.QUANTITY));
    }
    boolean onTheWay = state.phase() instanceof Go && line.isPresent();
    if (state.phase() instanceof AtBin || onTheWay) {
      more.add(press(Icon.SHORT, PickingPhrase.SHORT, Key.SHORT));
      more.add(press(Icon.SKIP, PickingPhrase.SKIP, Key.SKIP));
    }
    if (state.held().isPresent()
        && line.filter(each -> Way.intoTotes(each, state, scene))
            .filter(each -> mayBeLoose(each, state, scene))
            .isPresent()) {
      more.add(press(Icon.SWAP, PickingPhrase.WITHOUT_TOTES, Key.WITHOUT_DOCUMENT));
    }
    if (state.held().filter(bin -> bin.hand().units() > 0).isPresent()) {
      more.add(press(Icon.LEAVE, PickingPhrase.PUT_BACK, Key.DISCARD));
    }
    if (state.phase() instanceof Choose) {
      if (Way.loaded(state, scene)) {
        more.add(press(Icon.PACK, PickingPhrase.BRING_AWAY, Key.DONE));
      }
    } else {
      more.add(press(Icon.LEAVE, PickingPhrase.LEAVE, Key.BACK));
    }
    return more;
  }

  /// Nobody has named a tote for this pick yet, so its orders may as well be parted later.
  static boolean mayBeLoose(PickLine line, PickingState state, Scene scene) {
    return Way.tote(line, state).isEmpty()
        && state.job().filter(job -> job.totes().isEmpty()).isPresent()
        && scene.books().picks().stream()
            .filter(other -> other.task().equals(line.task()))
            .allMatch(other -> other.tote().isEmpty());
  }

  static String code(PickLine line) {
    return line.location().map(LocationCode::code).orElse("-");
  }

  /// Where a person stands, or is to go.
  static LocationCode at(PickLine line, PickingState.Phase phase) {
    return phase instanceof AtBin bin ? bin.from() : line.location().orElseThrow();
  }

  static Text otherLot(PickLine line, Optional<LotCode> meant, LotCode found) {
    return meant
        .map(lot -> Text.of(PickingPhrase.OTHER_LOT, line.name(), found, lot))
        .orElseGet(() -> Text.of(PickingPhrase.UNASKED_LOT, line.name(), found));
  }

  static Text expired(PickLine line, Optional<LotCode> lot, LocalDate day) {
    return lot.map(code -> Text.of(PickingPhrase.EXPIRED_LOT, code, line.name(), day))
        .orElseGet(() -> Text.of(PickingPhrase.EXPIRED, line.name(), day));
  }

  static Text held(PickLine line, Optional<LotCode> lot) {
    return lot.map(code -> Text.of(PickingPhrase.HELD_LOT, line.name(), code))
        .orElseGet(() -> Text.of(PickingPhrase.HELD, line.name()));
  }

  static Text shortQuestion(PickLine line) {
    return Text.of(PickingPhrase.SHORT_QUESTION, line.name(), line.picked(), line.quantity());
  }

  static Text skipQuestion(PickLine line) {
    return Text.of(PickingPhrase.SKIP_QUESTION, line.name(), code(line));
  }

  static Text emptyQuestion(PickLine line, PickingState.Phase instead) {
    return Text.of(PickingPhrase.EMPTY_QUESTION, at(line, instead));
  }
}
