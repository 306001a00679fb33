package dev.stockwright.client.card;

import dev.stockwright.client.words.Text;
import java.util.List;
import java.util.Optional;

/// What a screen shows of where somebody is in their work: made from the state of a workflow alone,
/// the same for the handheld and the floor app. Each part has its fixed place on the screen; a part
/// that is absent leaves its place free.
///
/// @param title of the top bar, such as the number of the pick
/// @param context the smaller line below it, such as `Line 4 of 9`
/// @param plate the place to go to, or where one is
/// @param goods what is in hand or wanted
/// @param hint one quiet line, such as why a bin was suggested
/// @param rows what comes next and what was done, next first
/// @param question what must be decided now; it takes the place of rows and actions
/// @param primary the wide button at the bottom; its label names the result
/// @param more what is rarely needed, behind the dots; at most 7
/// @param progress how far the whole task is
/// @param figures up to 4 numbers side by side, such as on hand, free and held
public record Card(
    Text title,
    Optional<Text> context,
    Prompt prompt,
    Optional<Plate> plate,
    Optional<Goods> goods,
    Optional<Text> hint,
    List<Row> rows,
    Optional<Question> question,
    Optional<Action> primary,
    List<Action> more,
    Optional<Progress> progress,
    List<Figure> figures) {
  /// More than this nobody reads with gloves on.
  public static final int CHOICES_MAX = 7;

  public static final int FIGURES_MAX = 4;

  public Card {
    figures = List.copyOf(figures);
    if (figures.size() > FIGURES_MAX) {
      throw new IllegalArgumentException(figures.size() + " figures");
    }
    rows = List.copyOf(rows);
    more = List.copyOf(more);
    if (more.size() > CHOICES_MAX) {
      throw new IllegalArgumentException(more.size() + " actions");
    }
  }

  /// A card with nothing on it but this.
  public static Card of(Text title, Prompt prompt) {
    return new Card(
        title,
        Optional.empty(),
        prompt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  public Card title(Text text) {
    return new Card(
        text, context, prompt, plate, goods, hint, rows, question, primary, more, progress,
        figures);
  }

  public Card context(Text text) {
    return new Card(
        title,
        Optional.of(text),
        prompt,
        plate,
        goods,
        hint,
        rows,
        question,
        primary,
        more,
        progress,
        figures);
  }

  public Card plate(Optional<Plate> sign) {
    return new Card(
        title, context, prompt, sign, goods, hint, rows, question, primary, more, progress,
        figures);
  }

  public Card goods(Optional<Goods> shown) {
    return new Card(
        title, context, prompt, plate, shown, hint, rows, question, primary, more, progress,
        figures);
  }

  public Card hint(Optional<Text> text) {
    return new Card(
        title, context, prompt, plate, goods, text, rows, question, primary, more, progress,
        figures);
  }

  public Card rows(List<Row> lines) {
    return new Card(
        title, context, prompt, plate, goods, hint, lines, question, primary, more, progress,
        figures);
  }

  public Card question(Optional<Question> asked) {
    return new Card(
        title, context, prompt, plate, goods, hint, rows, asked, primary, more, progress, figures);
  }

  public Card primary(Action action) {
    return new Card(
        title,
        context,
        prompt,
        plate,
        goods,
        hint,
        rows,
        question,
        Optional.of(action),
        more,
        progress,
        figures);
  }

  public Card more(List<Action> actions) {
    return new Card(
        title, context, prompt, plate, goods, hint, rows, question, primary, actions, progress,
        figures);
  }

  public Card progress(Progress made) {
    return new Card(
        title,
        context,
        prompt,
        plate,
        goods,
        hint,
        rows,
        question,
        primary,
        more,
        Optional.of(made),
        figures);
  }

  public Card figures(List<Figure> numbers) {
    return new Card(
        title, context, prompt, plate, goods, hint, rows, question, primary, more, progress,
        numbers);
  }

  /// How much of a task is done.
  ///
  /// @param what is counted, such as `4 of 9 lines`
  public record Progress(long done, long of, Text what) {}

  /// A number with its name below.
  public record Figure(Text value, Text label) {}

  /// What to do now, in the imperative.
  ///
  /// @param detail a second, smaller line
  public record Prompt(Means means, Text instruction, Optional<Text> detail) {}

  /// How the next step is done.
  public enum Means {
    SCAN,
    TOUCH,
    DECIDE,
    /// Digits that nobody else may see; how many there are stands in the progress.
    PIN
  }

  /// A place as a sign on a rack.
  ///
  /// @param label `To`, `From`, `Bring to`
  /// @param code the location, its segments parted by hyphens
  /// @param before the location before this one, so that what differs stands out
  /// @param where in words, such as the zone
  /// @param here the person has scanned it; it is shown small then
  public record Plate(
      Text label, String code, Optional<String> before, Optional<Text> where, boolean here) {}

  /// A product.
  ///
  /// @param name of the product
  /// @param source its SKU, handling unit or lot, and where it comes from
  public record Goods(String name, Text source, Optional<Amount> amount) {}

  /// A leading number.
  ///
  /// @param number done or there; absent: unknown, shown as `?`
  /// @param of how many it shall be
  /// @param unit such as `boxes`
  /// @param leads it is what the screen is about, shown as large as can be
  public record Amount(
      Optional<Long> number, Optional<Long> of, Optional<Text> unit, boolean leads) {}

  /// A line of the list.
  ///
  /// @param value the figure at the right
  /// @param input what choosing it means; absent: it is only shown
  public record Row(
      Icon icon, Text head, Optional<Text> detail, Optional<Text> value, Optional<Input> input) {}

  /// A decision: what was scanned, why it must be decided, and 2 or 3 ways out.
  ///
  /// @param subject what it is about, as it was scanned
  /// @param after what scanning on does
  public record Question(Text subject, Text reason, List<Action> answers, Text after) {
    public Question {
      answers = List.copyOf(answers);
      if (answers.isEmpty()) {
        throw new IllegalArgumentException("nothing to choose");
      }
    }
  }

  /// Something that can be pressed.
  ///
  /// @param label a verb first
  /// @param detail what follows from it
  /// @param supervisor a supervisor must allow it
  public record Action(
      Icon icon, Text label, Optional<Text> detail, Input input, boolean supervisor) {
    /// A key that anybody may press.
    public static Action press(Icon icon, Text label, Key key) {
      return new Action(icon, label, Optional.empty(), new Input.Press(key), false);
    }
  }
}
