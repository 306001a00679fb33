package dev.stockwright.desktop.work;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import java.util.Optional;

/// A card in words, as the desk draws it.
///
/// @param context the line beside the title
/// @param hint one quiet line; empty when there is none
/// @param lines what comes next and what was done, next first
/// @param asked what must be decided now
/// @param approval a supervisor is asked; then nothing else is
/// @param primary what Enter does when nothing else is meant
/// @param more what is rarely needed
/// @param undoable there is a step that can be taken back
/// @param back there is a step before this one
public record WorkPicture(
    String title,
    String context,
    Instruction instruction,
    Optional<Sign> sign,
    Optional<Goods> goods,
    String hint,
    List<Line> lines,
    Optional<Asked> asked,
    Optional<ApprovalPicture> approval,
    Optional<Choice> primary,
    List<Choice> more,
    Optional<Progress> progress,
    List<Figure> figures,
    boolean undoable,
    boolean back) {
  public WorkPicture {
    lines = List.copyOf(lines);
    more = List.copyOf(more);
    figures = List.copyOf(figures);
  }

  /// The same card while a supervisor is asked over it.
  WorkPicture allowing(ApprovalPicture asked, Wording words) {
    return new WorkPicture(
        title,
        context,
        asked.instruction(words),
        sign,
        goods,
        hint,
        lines,
        Optional.empty(),
        Optional.of(asked),
        Optional.empty(),
        List.of(),
        progress,
        figures,
        false,
        false);
  }

  /// A place.
  ///
  /// @param before the place before this one; empty when there is none
  public record Sign(String label, String code, String before, String where) {}

  /// @param number absent when no number belongs to them
  public record Goods(String name, String source, Optional<Figures> number) {}

  /// A leading number.
  ///
  /// @param whole such as `of 48 boxes`
  /// @param leads it is what the card is about
  public record Figures(String units, String whole, boolean leads) {}

  /// A line of the list.
  ///
  /// @param input what choosing it means; absent: it is only shown
  public record Line(
      Pictogram icon, String head, String detail, String value, Optional<Input> input) {}

  /// A question with the inputs of its answers.
  public record Asked(Decision decision, List<Input> inputs) {
    public Asked {
      inputs = List.copyOf(inputs);
    }
  }

  /// Something that can be pressed.
  ///
  /// @param function the number of its function key; 0 for Enter
  public record Choice(int function, String words, Input input) {
    /// Its key, as it is printed on the keyboard.
    public String key() {
      return function == 0 ? "Enter" : "F" + function;
    }
  }

  /// How far a task is, from 0 to 1.
  public record Progress(double part, String words) {}

  public record Figure(String value, String label) {}

  /// Whether digits mean a quantity here.
  public boolean takesQuantity() {
    return approval.isEmpty() && goods.flatMap(Goods::number).isPresent();
  }
}
