package dev.stockwright.mobile.card;

import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.mobile.look.BottomBar;
import dev.stockwright.mobile.look.ChoiceTiles;
import dev.stockwright.mobile.look.DecisionCard;
import dev.stockwright.mobile.look.FeedbackBand;
import dev.stockwright.mobile.look.FigureRow;
import dev.stockwright.mobile.look.GoodsBlock;
import dev.stockwright.mobile.look.Hint;
import dev.stockwright.mobile.look.InstructionBar;
import dev.stockwright.mobile.look.Keypad;
import dev.stockwright.mobile.look.LastActionRow;
import dev.stockwright.mobile.look.MoreSheet;
import dev.stockwright.mobile.look.PinPad;
import dev.stockwright.mobile.look.PlateView;
import dev.stockwright.mobile.look.ProgressStrip;
import dev.stockwright.mobile.look.ReasonGrid;
import dev.stockwright.mobile.look.RowList;
import dev.stockwright.mobile.look.TextPad;
import dev.stockwright.mobile.look.TextSize;
import dev.stockwright.mobile.look.TopBar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The parts of a card on the screen, each made once.
final class Parts {
  final TopBar top;
  final InstructionBar instruction = new InstructionBar();
  final PlateView plate;
  final GoodsBlock goods;
  final ProgressStrip progress;
  final FigureRow figures;
  final Hint hint = new Hint();
  final StackPane picture = new StackPane();
  final ReasonGrid reasons;
  final ChoiceTiles tiles;
  final FeedbackBand band;
  final LastActionRow last;
  final RowList list;
  final DecisionCard question;
  final MoreSheet sheet;
  final Keypad keypad;
  final BottomBar bottom;
  final PinPad pin;
  final TextPad text;

  Parts(Function<Text, String> words, Presses presses, Delay delay) {
    CardView view = presses.view();
    top = new TopBar(words, view::back, presses.openSync());
    plate = new PlateView(words);
    goods = new GoodsBlock(words);
    progress = new ProgressStrip(words);
    figures = new FigureRow(words);
    reasons = new ReasonGrid(words, presses::input);
    tiles = new ChoiceTiles(words, presses::input, view::more);
    band = new FeedbackBand(words, delay, view::moved);
    last = new LastActionRow(words, presses::undo);
    list = new RowList(words, presses::input);
    question = new DecisionCard(words, presses::input);
    sheet = new MoreSheet(words, presses::input);
    keypad = new Keypad(words, view::typed);
    bottom = new BottomBar(words, presses::input, view::more, presses::undo);
    pin = new PinPad(words, presses::input);
    text = new TextPad(words, view::typedText);
    picture.setId("picture");
  }

  List<Region> all() {
    return List.of(
        top,
        instruction,
        plate,
        progress,
        goods,
        figures,
        hint,
        picture,
        reasons,
        tiles,
        band,
        last,
        list,
        question,
        sheet,
        keypad,
        pin,
        text,
        bottom);
  }

  /// What measures its texts before they are drawn must know.
  void text(TextSize size) {
    plate.text(size);
    tiles.text(size);
    bottom.text(size);
  }

  boolean pictured() {
    return !picture.getChildren().isEmpty();
  }

  void hint(Optional<String> text) {
    hint.show(text);
  }
}
