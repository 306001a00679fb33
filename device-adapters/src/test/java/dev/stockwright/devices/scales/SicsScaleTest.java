package dev.stockwright.devices.scales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.link.ByteLink;
import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.link.PipeLink;
import dev.stockwright.devices.link.SocatLine;
import dev.stockwright.devices.scales.Weighing.Adjusted;
import dev.stockwright.devices.scales.Weighing.NotWeighed;
import dev.stockwright.devices.scales.Weighing.Weighed;
import dev.stockwright.devices.serial.SerialLine;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.vocabulary.DeviceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SicsScaleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Weight KILO = new Weight(1240, 3, WeightUnit.KILOGRAM);

  private final SimulatedScale simulated = new SimulatedScale();

  @Test
  void aWeightThatSettlesIsTakenWhenItStandsStill() throws InterruptedException {
    try (SicsScale scale = started()) {
      simulated.put(KILO, 5);
      assertEquals(KILO, weighed(scale.weigh(PATIENCE)));
      assertTrue(scale.health().simulated());
      assertTrue(scale.health().reason().contains("Simulated"), scale.health().reason());
      assertEquals(1, scale.health().reads());
    }
  }

  @Test
  void whatNeverStandsStillIsNoWeight() throws InterruptedException {
    try (SicsScale scale = started()) {
      simulated.put(KILO, 1_000_000);
      assertEquals("not_stable", refused(scale.weigh(Duration.ofMillis(300))));
    }
  }

  @Test
  void overloadUnderloadAndLessThanNothingAreSaid() throws InterruptedException {
    try (SicsScale scale = started()) {
      simulated.overload();
      assertEquals("overload", refused(scale.weigh(Duration.ofMillis(100))));
      simulated.underload();
      assertEquals("underload", refused(scale.weigh(Duration.ofMillis(100))));
      simulated.put(KILO, 0);
      assertInstanceOf(Adjusted.class, scale.tare());
      assertEquals(new Weight(0, 3, WeightUnit.KILOGRAM), weighed(scale.weigh(PATIENCE)));
      simulated.put(new Weight(240, 3, WeightUnit.KILOGRAM), 0);
      assertEquals("negative", refused(scale.weigh(PATIENCE)));
      assertInstanceOf(Adjusted.class, scale.zero());
      assertEquals(0, weighed(scale.weigh(PATIENCE)).unscaled());
    }
  }

  /// A line that answers each question with the next of a list, and then with the last one.
  private static ByteLink.Opener scripted(List<String> answers) {
    return new ByteLink.Opener() {
      @Override
      public ByteLink open() {
        BlockingQueue<byte[]> out = new LinkedBlockingQueue<>();
        return new ByteLink() {
          private int asked;

          @Override
          public int read(byte[] into, Duration wait) throws InterruptedException {
            byte[] next = out.poll(wait.toMillis() + 1, java.util.concurrent.TimeUnit.MILLISECONDS);
            if (next == null) {
              return 0;
            }
            System.arraycopy(next, 0, into, 0, next.length);
            return next.length;
          }

          @Override
          public void write(byte[] bytes) {
            String answer = answers.get(Math.min(asked, answers.size() - 1));
            asked++;
            out.add((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          }

          @Override
          public void close() {}
        };
      }

      @Override
      public String place() {
        return "the test";
      }
    };
  }

  @Test
  void oneFlippedDigitIsNotBelieved() throws InterruptedException {
    try (SicsScale scale =
        scale(scripted(List.of("S S      0.000 kg", "S S      9.240 kg", "S S      1.240 kg")))) {
      assertEquals(KILO, weighed(scale.weigh(PATIENCE)));
    }
  }

  @Test
  void anotherUnitAndAnotherLanguageAreRefusedAndDegrade() throws InterruptedException {
    try (SicsScale scale = scale(scripted(List.of("S S     100.00 ct")))) {
      NotWeighed no = assertInstanceOf(NotWeighed.class, scale.weigh(Duration.ofMillis(900)));
      assertEquals("unreadable", no.code());
      assertTrue(no.sentence().contains("g, kg, lb or oz"), no.sentence());
      await(scale, DeviceState.DEGRADED);
    }
  }

  @Test
  void aScaleThatIsSilentIsLostAndComesBackByItself() throws InterruptedException {
    try (SicsScale scale = started()) {
      long began = System.nanoTime();
      simulated.silent();
      await(scale, DeviceState.LOST);
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(6).toNanos(), "too late");
      assertEquals("scale_lost", refused(scale.weigh(PATIENCE)));
      assertTrue(scale.health().reason().contains("Switch it on"), scale.health().reason());
      simulated.put(KILO, 0);
      await(scale, DeviceState.READY);
      assertEquals(KILO, weighed(scale.weigh(PATIENCE)));
      assertEquals(1, scale.health().reconnects());
    }
  }

  @Test
  void overARealLineWithUnplugAndReplug(@TempDir Path directory)
      throws IOException, InterruptedException {
    SerialSettings settings = SerialSettings.of(directory.resolve("a").toString());
    DeviceId name = new DeviceId("scale-1");
    try (SicsScale scale =
        new SicsScale(name, SerialLine.at(settings, "scale"), false, InstantSource.system())) {
      scale.start();
      await(scale, DeviceState.LOST);
      assertTrue(scale.health().reason().startsWith("No scale at"), scale.health().reason());
      try (SocatLine line = SocatLine.ends(directory)) {
        SimulateScaleRun other = new SimulateScaleRun(line.otherEnd(), "1.240 kg");
        await(scale, DeviceState.READY);
        assertEquals(KILO, weighed(scale.weigh(PATIENCE)));
        other.says("0.305 kg");
        Weighing later = scale.weigh(PATIENCE);
        while (later instanceof Weighed(Weight weight, var at, var not) && weight.equals(KILO)) {
          later = scale.weigh(PATIENCE);
        }
        assertEquals(new Weight(305, 3, WeightUnit.KILOGRAM), weighed(later));
        assertFalse(scale.health().simulated());
        long began = System.nanoTime();
        line.unplug();
        await(scale, DeviceState.LOST);
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertTrue(took < 3_000, took + " ms");
      }
    }
  }

  /// `simulate scale` in a thread, talked to through its standard input.
  private static final class SimulateScaleRun {
    private final PipedOutputStream in = new PipedOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SimulateScaleRun(String path, String weight) throws IOException {
      InputStream input = new PipedInputStream(in);
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  SimulateScale.run(List.of("--to", path, "--weight", weight), input, print, print);
                } catch (IOException e) {
                  print.println(e);
                }
              });
    }

    void says(String line) throws IOException {
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    }
  }

  @Test
  void theCommandSaysWhatIsWrong() throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    InputStream none = InputStream.nullInputStream();
    assertEquals(2, SimulateScale.run(List.of("--to"), none, print, print));
    assertEquals(
        2, SimulateScale.run(List.of("--to", "x", "--weight", "1,5 kg"), none, print, print));
    assertEquals(3, SimulateScale.run(List.of("--to", "/no/such"), none, print, print));
    assertEquals(0, SimulateScale.run(List.of("--help"), none, print, print));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("/no/such"));
  }

  @Test
  void theSimulatedScaleAnswersAllOfTheCommands() throws LinkGone, InterruptedException {
    simulated.put(KILO, 1);
    try (ByteLink link = simulated.opener().open()) {
      assertEquals("S D      1.239 kg", asked(link, "SI"));
      assertEquals("S S      1.240 kg", asked(link, "SI"));
      assertEquals("S S      1.240 kg", asked(link, "S"));
      assertEquals("T S      1.240 kg", asked(link, "T"));
      assertEquals("S S      0.000 kg", asked(link, "S"));
      assertEquals("Z A", asked(link, "Z"));
      assertEquals("ES", asked(link, "XYZ"));
      assertEquals("S S      0.000 kg", asked(link, "SIR"));
      byte[] more = new byte[64];
      assertTrue(link.read(more, PATIENCE) > 0, "it repeats");
    }
    PipeLink.Ends ends = PipeLink.pair();
    ends.user().close();
    simulated.serve(ends.device());
  }

  private static String asked(ByteLink link, String command) throws LinkGone, InterruptedException {
    link.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    byte[] buffer = new byte[64];
    int length = link.read(buffer, PATIENCE);
    return new String(buffer, 0, length, StandardCharsets.US_ASCII).strip();
  }

  private SicsScale started() throws InterruptedException {
    return scale(simulated.opener());
  }

  private static SicsScale scale(ByteLink.Opener opener) throws InterruptedException {
    SicsScale scale = new SicsScale(new DeviceId("scale-1"), opener, true, InstantSource.system());
    scale.start();
    while (scale.health().state() == DeviceState.CONNECTING
        || scale.health().state() == DeviceState.CONFIGURED) {
      if (scale.health().rejects() > 0) {
        break;
      }
      Thread.sleep(1);
    }
    return scale;
  }

  private static void await(SicsScale scale, DeviceState state) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (scale.health().state() != state) {
      DeviceHealth health = scale.health();
      assertTrue(System.nanoTime() < until, () -> "still " + health);
      Thread.sleep(5);
    }
  }

  private static Weight weighed(Weighing weighing) {
    return assertInstanceOf(Weighed.class, weighing, weighing.toString()).weight();
  }

  private static String refused(Weighing weighing) {
    return assertInstanceOf(NotWeighed.class, weighing, weighing.toString()).code();
  }
}
