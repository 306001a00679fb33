package dev.stockwright.desktop.work;

import dev.stockwright.client.WorkDesk;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a card into words for the desk.
public final class WorkPainter {
  private static final String UNKNOWN = "?";

  private final Wording words;

  private WorkPainter(Wording words) {
    this.words = words;
  }

  public static WorkPicture paint(WorkDesk.View view, Wording words) {
    Optional<ApprovalPicture> approval = ApprovalPicture.of(view.asked(), view.card(), words);
    WorkPicture picture = paint(view.card(), view.undoable() > 0, view.back(), words);
    return approval.map(asked -> picture.allowing(asked, words)).orElse(picture);
  }

  /// @param undoable there is a step that can be taken back
  /// @param back there is a step before this one
  public static WorkPicture paint(Card card, boolean undoable, boolean back, Wording words) {
    return new WorkPainter(words).picture(card, undoable, back);
  }

  private WorkPicture picture(Card card, boolean undoable, boolean back) {
    Map<Card.Action, Integer> keys = FunctionKeys.of(card.more());
    List<WorkPicture.Choice> more = new ArrayList<>();
    keys.forEach((action, key) -> more.add(choice(action, key)));
    more.sort(java.util.Comparator.comparingInt(WorkPicture.Choice::function));
    return new WorkPicture(
        say(card.title()),
        say(card.context()),
        instruction(card.prompt(), card.question()),
        card.plate().map(this::sign),
        card.goods().map(this::goods),
        say(card.hint()),
        card.rows().stream().map(this::line).toList(),
        card.question().map(this::asked),
        Optional.empty(),
        card.primary().map(action -> choice(action, 0)),
        more,
        card.progress().map(this::progress),
        card.figures().stream()
            .map(figure -> new WorkPicture.Figure(say(figure.value()), say(figure.label())))
            .toList(),
        undoable,
        back);
  }

  private String say(Text text) {
    return words.say(text);
  }

  private String say(Optional<Text> text) {
    return text.map(words::say).orElse("");
  }

  private Instruction instruction(Card.Prompt prompt, Optional<Card.Question> question) {
    if (question.isPresent()) {
      return Instruction.decide(
          say(Text.of(FloorPhrase.CHOOSE_UP_TO, question.get().answers().size())),
          say(question.get().after()));
    }
    String text = say(prompt.instruction());
    String detail = say(prompt.detail());
    return switch (prompt.means()) {
      case SCAN -> Instruction.scan(text, detail);
      case TOUCH, PIN -> Instruction.touch(text, detail);
      case DECIDE -> Instruction.decide(text, detail);
    };
  }

  private WorkPicture.Sign sign(Card.Plate plate) {
    return new WorkPicture.Sign(
        plate.here() ? say(Text.of(HandheldPhrase.YOU_ARE_HERE)) : say(plate.label()),
        plate.code(),
        plate.before().orElse(""),
        say(plate.where()));
  }

  private WorkPicture.Goods goods(Card.Goods goods) {
    return new WorkPicture.Goods(
        goods.name(), say(goods.source()), goods.amount().map(this::number));
  }

  private WorkPicture.Figures number(Card.Amount amount) {
    return new WorkPicture.Figures(
        amount.number().map(words::number).orElse(UNKNOWN), whole(amount), amount.leads());
  }

  private String whole(Card.Amount amount) {
    if (amount.of().isEmpty()) {
      return say(amount.unit());
    }
    return say(
        amount.unit().isPresent()
            ? Text.of(HandheldPhrase.OF_UNITS, amount.of().get(), amount.unit().get())
            : Text.of(HandheldPhrase.OF, amount.of().get()));
  }

  private WorkPicture.Line line(Card.Row row) {
    return new WorkPicture.Line(
        Pictogram.of(row.icon()),
        say(row.head()),
        say(row.detail()),
        say(row.value()),
        row.input());
  }

  private WorkPicture.Asked asked(Card.Question question) {
    List<Decision.Option> options = new ArrayList<>();
    for (Card.Action answer : question.answers()) {
      options.add(
          new Decision.Option(
              Integer.toString(options.size() + 1), say(answer.label()), say(answer.detail())));
    }
    return new WorkPicture.Asked(
        new Decision(words.headline(question.subject()), say(question.reason()), options),
        question.answers().stream().map(Card.Action::input).toList());
  }

  private WorkPicture.Choice choice(Card.Action action, int function) {
    return new WorkPicture.Choice(function, say(action.label()), action.input());
  }

  private WorkPicture.Progress progress(Card.Progress made) {
    double part = made.of() == 0 ? 0 : (double) made.done() / made.of();
    return new WorkPicture.Progress(part, say(made.what()));
  }
}
