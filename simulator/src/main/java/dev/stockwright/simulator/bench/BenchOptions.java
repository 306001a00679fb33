package dev.stockwright.simulator.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the command line asks for.
///
/// @param names the items to run; empty means all
/// @param time of one run of a throughput item
/// @param screenTime of one run of the stream's items
/// @param rounds of interleaved runs; ratios are the median over them
record BenchOptions(
    List<String> names,
    Grid grid,
    Duration time,
    int rounds,
    Duration screenTime,
    long ledger,
    Optional<String> database,
    boolean quick,
    boolean list,
    boolean help) {

  static final String HELP =
      """
      stockwright bench [names...] [options]
      Runs benchmarks beside the document design in the same run and prints figures and ratios.
      Ends with 1 when a floor is missed.

        --list            the names and what they measure
        --products N      products (100000)
        --warehouses N    warehouses (5)
        --seconds N       of each run (8), after a warm-up of twice that
        --rounds N        interleaved rounds (3)
        --database URL    another PostgreSQL than the one that comes along, with the right to make
                          databases, such as jdbc:postgresql://localhost/postgres?user=u&password=p;
                          `start` and `beep` always use the one that comes along
        --quick           2 rounds of 5 seconds, 10000 products, a ledger of 500000 movements
        --full            60 seconds for each run of screen and sessions instead of 10
        --help            this text
      """;

  static BenchOptions parse(List<String> arguments) {
    List<String> names = new ArrayList<>();
    boolean quick = arguments.contains("--quick");
    int products = quick ? 10_000 : 100_000;
    int warehouses = 5;
    int seconds = quick ? 5 : 8;
    int rounds = quick ? 2 : 3;
    Optional<String> database = Optional.empty();
    boolean list = false;
    boolean help = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--products" -> products = number(arguments, ++i);
        case "--warehouses" -> warehouses = number(arguments, ++i);
        case "--seconds" -> seconds = number(arguments, ++i);
        case "--rounds" -> rounds = number(arguments, ++i);
        case "--database" -> database = Optional.of(text(arguments, ++i));
        case "--quick", "--full" -> {}
        case "--list" -> list = true;
        case "--help", "-h" -> help = true;
        default -> {
          if (argument.startsWith("-")) {
            throw new IllegalArgumentException(argument + " is not known; see --help");
          }
          names.add(argument.toLowerCase(Locale.ROOT));
        }
      }
    }
    return new BenchOptions(
        List.copyOf(names),
        new Grid(products, warehouses),
        Duration.ofSeconds(seconds),
        rounds,
        Duration.ofSeconds(quick ? 5 : arguments.contains("--full") ? 60 : 10),
        quick ? 500_000 : 5_000_000,
        database,
        quick,
        list,
        help);
  }

  /// How long each contestant works before anything counts.
  Duration warmUp() {
    return time.multipliedBy(2);
  }

  /// How long simulated RFID readers send: the minute of the bar, or a moment.
  Duration readerTime() {
    return quick ? Duration.ofSeconds(10) : Duration.ofSeconds(60);
  }

  boolean wants(String name) {
    return names.isEmpty() || names.contains(name);
  }

  boolean wantsAny(String... some) {
    return List.of(some).stream().anyMatch(this::wants);
  }

  private static String text(List<String> arguments, int at) {
    if (at >= arguments.size()) {
      throw new IllegalArgumentException(arguments.get(at - 1) + " needs a value");
    }
    return arguments.get(at);
  }

  private static int number(List<String> arguments, int at) {
    try {
      int number = Integer.parseInt(arguments.get(at));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(arguments.get(at - 1) + " needs a number", e);
    }
    throw new IllegalArgumentException(arguments.get(at - 1) + " needs a number above 0");
  }
}
