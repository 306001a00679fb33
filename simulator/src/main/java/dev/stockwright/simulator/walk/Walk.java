package dev.stockwright.simulator.walk;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.simulator.model.DatabaseClock;
import dev.stockwright.simulator.model.InvariantCheck;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.site.DeskHouse;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// One walk: command after command through a real desk on a real PostgreSQL, each beside the model.
/// It stops at the first thing that is wrong.
public final class Walk {
  /// Commands between two looks at all tables.
  private static final int LOOK_EVERY = 40;

  private static final int TRAIL = 25;

  /// A walk begins with so many receipts, so that there is something to work with.
  private static final int GOODS_FIRST = 25;
  private static final List<DeviceId> DEVICES =
      List.of(new DeviceId("HAND-1"), new DeviceId("HAND-2"), new DeviceId("OFFICE"));

  private final DatabaseRoom room;
  private final String databaseName;
  private final Tampering tampering;
  private boolean prepared;

  /// Changes rows past the desk, once, in the middle of a walk.
  @FunctionalInterface
  public interface Tampering {
    void with(Connection connection) throws SQLException;
  }

  /// What became of a walk.
  ///
  /// @param complaints empty is good
  /// @param trail the last commands and their answers
  public record Outcome(long seed, Tally tally, List<String> complaints, List<String> trail) {
    public Outcome {
      complaints = List.copyOf(complaints);
      trail = List.copyOf(trail);
    }

    /// What a person needs who wants to find out why.
    public String explained() {
      return "seed "
          + seed
          + "\n"
          + String.join("\n", complaints)
          + "\nafter\n"
          + String.join("\n", trail);
    }
  }

  public Walk(DatabaseRoom room, String databaseName) {
    this(room, databaseName, connection -> {});
  }

  /// @param tampering is done half-way, to see that it is noticed
  public Walk(DatabaseRoom room, String databaseName, Tampering tampering) {
    this.room = room;
    this.databaseName = databaseName;
    this.tampering = tampering;
  }

  /// Goes so many steps of `seed`, in a new database.
  public Outcome go(long seed, int steps) throws SQLException {
    String like = databaseName + "_before";
    if (!prepared) {
      WalkSite.prepare(room, like);
      prepared = true;
    }
    DatabasePlace place = room.copy(databaseName, like);
    try (DatabaseClock clock = DatabaseClock.stop(place);
        DeskHouse house = DeskHouse.open(place);
        Connection connection = DatabaseRoom.connect(place)) {
      Course course = new Course(seed, house, clock, connection);
      for (int i = 0; i < steps && course.complaints.isEmpty(); i++) {
        if (i == steps / 2) {
          tampering.with(connection);
        }
        course.step();
        if (i % LOOK_EVERY == LOOK_EVERY - 1) {
          course.lookAtAll();
        }
      }
      house.stop();
      if (course.complaints.isEmpty()) {
        course.lookAtAll();
        course.complaints.addAll(house.feed().differences(connection));
        course.complaints.addAll(verified(place));
      }
      return new Outcome(seed, course.tally, course.complaints, List.copyOf(course.trail));
    }
  }

  private static List<String> verified(DatabasePlace place) {
    try (Database database = Database.open(place)) {
      return new LedgerVerifier(database)
          .verify().findings().stream().map(Object::toString).toList();
    }
  }

  /// A walk under way.
  private static final class Course {
    private final Dice dice;
    private final DeskHouse house;
    private final Look look;
    private final PlainStock stock = new PlainStock();
    private final Scene scene;
    private final Guards guards;
    private final Map<Class<? extends Command>, Idea> ideas = Ideas.all();
    private final Tally tally = new Tally();
    private final List<String> complaints = new ArrayList<>();
    private final Deque<String> trail = new ArrayDeque<>();

    Course(long seed, DeskHouse house, DatabaseClock clock, Connection connection) {
      this.dice = new Dice(seed);
      this.house = house;
      this.look = new Look(connection);
      this.scene = new Scene(dice, look, stock, clock);
      this.guards = new Guards(scene);
    }

    void step() {
      Attempt attempt = draw();
      Optional<Command> spoilt =
          dice.percent(8) && !attempt.insisted()
              ? Spoiler.spoil(attempt.command(), dice)
              : Optional.empty();
      Attempt given = spoilt.map(command -> Attempt.of(command).wrong()).orElse(attempt);
      Envelope envelope =
          new Envelope(
              dice.id(),
              dice.one(DEVICES),
              0,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              given.insisted(),
              given.command());
      Operator author = given.author().orElseGet(() -> new Operator(dice.one(Scene.PEOPLE)));
      Barrier barrier = guards.before(envelope.command(), author);
      Optional<Answer> answer = ask(envelope, author);
      answer.ifPresent(
          said -> {
            guard(given, barrier, author, said);
            judge(given, envelope, said);
            if (said instanceof Answer.Refused
                && envelope.command() instanceof ReceiveGoods goods) {
              ReferralIdeas.refused(scene, new Scene.Refused(envelope.id(), goods, author));
            }
          });
      if (complaints.isEmpty()) {
        again(envelope, author, answer);
      }
      scene.wait(dice.percent(90) ? Duration.ofMillis(1) : Duration.ofSeconds(dice.from(1, 60)));
    }

    /// Kinds that have seldom been accepted come more often.
    private Attempt draw() {
      while (true) {
        if (tally.all() < GOODS_FIRST) {
          return StockIdeas.receive(scene).orElseThrow();
        }
        double sum = ideas.keySet().stream().mapToDouble(this::weight).sum();
        double at = dice.below(sum);
        for (Map.Entry<Class<? extends Command>, Idea> each : ideas.entrySet()) {
          at -= weight(each.getKey());
          if (at < 0) {
            Optional<Attempt> drawn = each.getValue().draw(scene);
            if (drawn.isPresent()) {
              return drawn.get();
            }
            break;
          }
        }
      }
    }

    private double weight(Class<? extends Command> kind) {
      return Ideas.often(kind) * (1 + 6.0 / (1 + tally.accepted(kind)));
    }

    private Optional<Answer> ask(Envelope envelope, Operator author) {
      try {
        Answer answer = house.desk().submit(Submission.of(envelope, author)).join();
        note(author + " " + Wire.COMMAND.text(envelope.command()) + " -> " + shown(answer));
        return Optional.of(answer);
      } catch (CompletionException e) {
        note(author + " " + Wire.COMMAND.text(envelope.command()));
        complaints.add("a fault: " + e.getCause());
        return Optional.empty();
      }
    }

    /// Documents must stand in the way exactly when the model says so, and the one that is named
    /// must be one that does.
    private void guard(Attempt given, Barrier barrier, Operator author, Answer answer) {
      if (answer instanceof Answer.Accepted accepted) {
        guards.corrections.note(given.command(), author, accepted);
        if (barrier.bars()) {
          complaints.add("was accepted past a document: " + barrier.refusals());
        }
      } else if (answer instanceof Answer.Refused refused
          && refused.refusal() instanceof GuardRefusal why) {
        tally.guarded(given);
        boolean later =
            Guards.KNOWN_LATER.contains(why.getClass()) || !Guards.foresees(given.command());
        boolean backed = later && guards.backs(why);
        if (!barrier.knows(why) && !backed) {
          complaints.add(
              "was refused for a document: "
                  + Barrier.said(why)
                  + ", but the model knows only of "
                  + barrier.refusals());
        }
      }
    }

    private void judge(Attempt given, Envelope envelope, Answer answer) {
      boolean foreseen = given.forecast() != Attempt.Forecast.OPEN;
      tally.promised(given);
      switch (answer) {
        case Answer.Accepted accepted -> {
          tally.count(given.command(), true, foreseen);
          if (given.forecast() == Attempt.Forecast.REFUSED) {
            complaints.add("was accepted, but the model says that it must be refused");
            return;
          }
          if (given.forecast() == Attempt.Forecast.UNCHANGED && changed(accepted)) {
            complaints.add("was accepted, but the model says that it must change nothing");
            return;
          }
          Tables tables = Tables.read(look);
          Effect effect = given.effect().apply(accepted);
          stock.book(effect, tables, scene.now()).ifPresent(complaints::add);
          if (!effect.piles.isEmpty() && effect.loose.isEmpty()) {
            scene.done.add(
                new Scene.Done(
                    envelope.id(),
                    Map.copyOf(effect.piles),
                    accepted.documents().stream()
                        .allMatch(one -> one.document() == DocumentKind.HANDLING_UNIT)));
          }
          Comparison.of(stock, tables, scene.now(), complaints);
        }
        case Answer.Refused refused -> {
          tally.count(given.command(), false, foreseen);
          boolean guarded = refused.refusal() instanceof GuardRefusal; // a document needs it
          if (given.forecast() == Attempt.Forecast.ACCEPTED && !guarded) {
            complaints.add("was refused, but the model says that it must be accepted");
          }
          fit(refused);
          tally.refused(given.command(), code(refused));
          Comparison.of(stock, Tables.read(look), scene.now(), complaints);
        }
        case Answer.Deferred deferred ->
            complaints.add("a lone command was put off: " + deferred.code());
      }
    }

    private static boolean changed(Answer.Accepted accepted) {
      return !accepted.changes().isEmpty() || !accepted.documents().isEmpty();
    }

    /// Every refusal has a stable code and a sentence.
    private void fit(Answer.Refused refused) {
      String text = Wire.ANSWER.text(refused);
      boolean coded = text.contains("\"code\":\"");
      boolean sentence = refused.message().endsWith(".") && refused.message().length() > 10;
      if (!coded || !sentence) {
        complaints.add("a refusal without a code or a sentence: " + text);
      }
    }

    private static String code(Answer.Refused refused) {
      String text = Wire.ANSWER.text(refused);
      int begin = text.indexOf("\"code\":\"") + 8;
      return text.substring(begin, text.indexOf('"', begin));
    }

    /// The same envelope gets the same answer and does nothing; another one with its id is refused.
    private void again(Envelope envelope, Operator author, Optional<Answer> first) {
      if (dice.percent(8)) {
        Optional<Answer> second = ask(envelope, author);
        if (!second.equals(first)) {
          complaints.add("the same command got another answer: " + second + ", first " + first);
        }
        Comparison.of(stock, Tables.read(look), scene.now(), complaints);
      } else if (dice.percent(3)) {
        Envelope other =
            new Envelope(
                envelope.id(),
                envelope.device(),
                7,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                envelope.insisted(),
                envelope.command());
        Optional<Answer> second = ask(other, author);
        boolean right =
            second.isPresent()
                && second.get() instanceof Answer.Refused refused
                && refused.refusal() instanceof Refusal.DifferentContent;
        if (!right) {
          complaints.add("another content under a used id was answered with " + second);
        }
        Comparison.of(stock, Tables.read(look), scene.now(), complaints);
      }
    }

    void lookAtAll() {
      try {
        InvariantCheck.of(look.connection()).stream()
            .filter(found -> !DocumentCheck.replaces(found))
            .forEach(found -> complaints.add(found.toString()));
        complaints.addAll(DocumentCheck.of(look));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private void note(String line) {
      trail.addLast(scene.now() + " " + line);
      if (trail.size() > TRAIL) {
        trail.removeFirst();
      }
    }

    private static String shown(Answer answer) {
      return answer instanceof Answer.Accepted accepted
          ? "accepted " + accepted.documents()
          : Wire.ANSWER.text(answer);
    }
  }
}
