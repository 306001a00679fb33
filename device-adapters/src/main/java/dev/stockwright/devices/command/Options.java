package dev.stockwright.devices.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The options of a command as they were given.
///
/// @param flags options without a value that stood there
/// @param values options with their values, in order
/// @param rest the other words
public record Options(Set<String> flags, List<Given> values, List<String> rest) {
  /// An option with its value.
  public record Given(String option, String value) {}

  /// What came of reading them.
  public sealed interface Reading {
    record Read(Options options) implements Reading {}

    /// @param sentence what is wrong, for people
    record Wrong(String sentence) implements Reading {}
  }

  public Options {
    flags = Set.copyOf(flags);
    values = List.copyOf(values);
    rest = List.copyOf(rest);
  }

  /// Reads the words of a command.
  ///
  /// @param known options without a value, such as `--json`
  /// @param withValue options with a value behind them, such as `--lane`
  public static Reading read(List<String> words, Set<String> known, Set<String> withValue) {
    List<String> flags = new ArrayList<>();
    List<Given> values = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (known.contains(word)) {
        flags.add(word);
      } else if (withValue.contains(word)) {
        if (i + 1 == words.size()) {
          return new Reading.Wrong("a value is missing behind " + word);
        }
        i++;
        values.add(new Given(word, words.get(i)));
      } else if (word.startsWith("--")) {
        return new Reading.Wrong("there is no option " + word);
      } else {
        rest.add(word);
      }
    }
    return new Reading.Read(new Options(Set.copyOf(flags), values, rest));
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  /// The last value given to an option.
  public Optional<String> value(String option) {
    List<String> all = all(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// All values given to an option.
  public List<String> all(String option) {
    return values.stream().filter(v -> v.option().equals(option)).map(Given::value).toList();
  }

  /// The value of an option as a number from 0 to a million.
  ///
  /// @return nothing where it was not given or is no such number; ask [#badNumber] first
  public OptionalInt number(String option) {
    return value(option)
        .filter(Options::isNumber)
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /// A sentence about the first of these options that is given and is no number.
  public Optional<String> badNumber(String... options) {
    for (String option : options) {
      Optional<String> given = value(option);
      if (given.isPresent() && !isNumber(given.get())) {
        return Optional.of(option + " takes a number, not \"" + given.get() + "\"");
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,6}|1000000");
  }
}
