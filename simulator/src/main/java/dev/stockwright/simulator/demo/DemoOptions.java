package dev.stockwright.simulator.demo;

import java.nio.file.Path;
import java.util.Optional;

/// What was asked on the command line.
///
/// @param window open the floor app when there is a display
/// @param port 0 for any free one
/// @param data where everything is kept; absent: a folder of the project or of the user
record DemoOptions(boolean window, int port, Optional<Path> data, boolean help) {
  static final String HELP =
      """
      Usage: ./stockwright demo [OPTIONS]

      Starts PostgreSQL, the server with a small site, and the floor app with a simulated scanner.

        --no-window   without the floor app
        --port N      the server's port, 8080 when not given; 0 takes any free one
        --data DIR    where everything is kept; data/demo in the project when not given
        --help        this text

      When it is ready, DIR/ready.json holds the address and the sign-ins. Ctrl-C stops it.
      """;

  /// @throws DemoUnfit when an option is not one of these
  static DemoOptions of(String[] arguments) {
    DemoOptions options = new DemoOptions(true, 8080, Optional.empty(), false);
    for (int i = 0; i < arguments.length; i++) {
      String given = arguments[i];
      int equals = given.indexOf('=');
      String name = equals < 0 ? given : given.substring(0, equals);
      options =
          switch (name) {
            case "--help", "-h" ->
                new DemoOptions(options.window, options.port, options.data, true);
            case "--no-window" -> new DemoOptions(false, options.port, options.data, options.help);
            case "--port", "--data" -> {
              if (equals < 0 && ++i == arguments.length) {
                throw new DemoUnfit(name + " needs a value; see ./stockwright demo --help");
              }
              String value = equals < 0 ? arguments[i] : given.substring(equals + 1);
              yield options.with(name, value);
            }
            default ->
                throw new DemoUnfit(
                    "There is no option " + given + "; see ./stockwright demo --help");
          };
    }
    return options;
  }

  private DemoOptions with(String name, String value) {
    if (name.equals("--data")) {
      return new DemoOptions(window, port, Optional.of(Path.of(value)), help);
    }
    boolean digits = value.length() <= 5 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (value.isEmpty() || !digits || Integer.parseInt(value) > 65_535) {
      throw new DemoUnfit("--port " + value + " is not a number from 0 to 65535");
    }
    return new DemoOptions(window, Integer.parseInt(value), data, help);
  }
}
