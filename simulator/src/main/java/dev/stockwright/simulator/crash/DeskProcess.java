package dev.stockwright.simulator.crash;

import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.simulator.site.DeskHouse;
import dev.stockwright.vocabulary.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A process to be killed: an embedded PostgreSQL and a desk over it. Reads an envelope a line from
/// standard input, writes an answer a line to standard output, after one line `ready URL`.
public final class DeskProcess {
  static final String READY = "ready ";
  private static final Operator AUTHOR = new Operator("crash");

  private DeskProcess() {}

  /// Argument: the folder of the data.
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (EmbeddedDatabase postgres = EmbeddedDatabase.start(Path.of(arguments[0]));
        DeskHouse house = DeskHouse.open(postgres.place())) {
      answers.println(READY + postgres.place().url());
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var _ =
            house
                .desk()
                .submit(Submission.of(Wire.ENVELOPE.read(line), AUTHOR))
                .thenAccept(answer -> write(answers, answer));
      }
    }
  }

  private static void write(PrintStream answers, Answer answer) {
    String line = Wire.ANSWER.text(answer);
    synchronized (answers) {
      answers.println(line);
    }
  }
}
