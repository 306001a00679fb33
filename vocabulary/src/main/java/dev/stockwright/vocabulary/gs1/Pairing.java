package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which identifiers must, and which must not, stand beside one: the rules `with`, `not` and
/// `serial` of [AiTable].
///
/// What breaks them is said as a warning, not refused: the rules are about all that marks one
/// physical thing, and a label may carry the rest in a second symbol.
final class Pairing {
  /// By the index of the identifier.
  private static final List<Pairing> ALL =
      ApplicationIdentifiers.all().stream().map(Pairing::new).toList();

  /// One requirement: any of these identifiers, or all the sets of one sum.
  private record Need(BitSet any, List<List<BitSet>> sums, String text) {
    static Need of(String rule) {
      List<String> choices = List.of(rule.split(","));
      List<List<BitSet>> sums =
          choices.stream()
              .filter(choice -> choice.contains("+"))
              .map(sum -> Stream.of(sum.split("\\+")).map(Pairing::set).toList())
              .toList();
      String single =
          choices.stream().filter(c -> !c.contains("+")).collect(Collectors.joining(","));
      String text =
          choices.stream()
              .map(choice -> "(" + choice.replace("+", ") with (") + ")")
              .collect(Collectors.joining(", "));
      return new Need(set(single), sums, choices.size() == 1 ? text : "one of " + text);
    }

    boolean met(BitSet present) {
      return any.intersects(present)
          || sums.stream().anyMatch(sum -> sum.stream().allMatch(present::intersects));
    }
  }

  private final List<Need> needs;
  private final BitSet excluded;
  private final BitSet serialised;

  private Pairing(ApplicationIdentifier ai) {
    needs = ai.row().rules("with").map(Need::of).toList();
    excluded = set(ai.row().rules("not").collect(Collectors.joining(",")));
    excluded.clear(ai.index());
    serialised = set(ai.row().rules("serial").collect(Collectors.joining(",")));
  }

  /// The identifiers that a list of patterns names, such as `01,310n`.
  private static BitSet set(String patterns) {
    Predicate<String> named =
        patterns.isEmpty()
            ? code -> false
            : java.util.regex.Pattern.compile(patterns.replace('n', '.').replace(',', '|'))
                .asMatchPredicate();
    BitSet set = new BitSet();
    ApplicationIdentifiers.all().stream()
        .filter(ai -> named.test(ai.code()))
        .forEach(ai -> set.set(ai.index()));
    return set;
  }

  /// What is missing or too much, as sentences.
  ///
  /// @param present the identifiers of the elements, and those that another symbol of the same
  ///     thing is known to carry
  static List<String> warnings(List<Element> elements, BitSet present) {
    List<String> warnings = List.of();
    BitSet seen = new BitSet();
    for (Element element : elements) {
      int index = element.ai().index();
      if (seen.get(index)) {
        continue;
      }
      Pairing pairing = ALL.get(index);
      if (!pairing.good(present)) {
        if (warnings.isEmpty()) {
          warnings = new ArrayList<>();
        }
        pairing.say(element.ai(), elements, present, seen, warnings);
      }
      seen.set(index);
    }
    return warnings;
  }

  private boolean good(BitSet present) {
    if (excluded.intersects(present) || serialised.intersects(present)) {
      return false;
    }
    for (int i = 0; i < needs.size(); i++) {
      if (!needs.get(i).met(present)) {
        return false;
      }
    }
    return true;
  }

  /// A pair of which each excludes the other is said once.
  private void say(
      ApplicationIdentifier ai,
      List<Element> elements,
      BitSet present,
      BitSet seen,
      List<String> warnings) {
    for (Need need : needs) {
      if (!need.met(present)) {
        warnings.add(ai.name() + " needs " + need.text() + " beside it");
      }
    }
    BitSet others = (BitSet) excluded.clone();
    others.and(present);
    others.stream()
        .filter(other -> !(seen.get(other) && ALL.get(other).excluded.get(ai.index())))
        .mapToObj(ApplicationIdentifiers.all()::get)
        .forEach(other -> warnings.add(ai.name() + " must not stand beside " + other.name()));
    elements.stream()
        .filter(element -> serialised.get(element.ai().index()) && !element.whole())
        .forEach(
            element ->
                warnings.add(ai.name() + " needs the serial number of " + element.ai().name()));
  }
}
