package dev.stockwright.simulator.bench;

import ch.qos.logback.classic.Level;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.simulator.site.DatabaseRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `./stockwright bench`.
public final class BenchMain {
  private static final Map<String, String> ITEMS = new LinkedHashMap<>();

  static {
    ITEMS.put("document-design", "a transaction per event, as the source documents do: yardstick");
    ITEMS.put("desk", "movements/s through the desk in process, uniform and Zipf keys");
    ITEMS.put("ledger-5m", "the desk with 5 million movements in the ledger");
  }

  private BenchMain() {}

  public static void main(String[] arguments) throws Exception {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      System.exit(run(BenchOptions.parse(List.of(arguments)), out) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(BenchOptions options, PrintStream out)
      throws IOException, SQLException {
    if (options.help()) {
      out.print(BenchOptions.HELP);
      return true;
    }
    if (options.list()) {
      ITEMS.forEach((name, what) -> out.printf("%-16s %s%n", name, what));
      return true;
    }
    for (String name : options.names()) {
      if (!ITEMS.containsKey(name)) {
        throw new IllegalArgumentException(name + " is no benchmark; see --list");
      }
    }
    Path folder = Files.createTempDirectory("stockwright-bench");
    try {
      return measure(options, folder, out);
    } finally {
      delete(folder);
    }
  }

  private static boolean measure(BenchOptions options, Path folder, PrintStream out)
      throws SQLException {
    Report report = new Report(out);
    out.println(Machine.line(folder));
    try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("pg"))) {
      new Throughput(options, new DatabaseRoom(postgres.place()), report).run();
    }
    return report.end();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
