package dev.stockwright.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.labels.simulated.Fault;
import dev.stockwright.devices.labels.simulated.SimulatedPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LabelMainTest {
  private static final String UNIT = "handling-unit --sscc 106141412345678908";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String line) throws IOException, InterruptedException {
    out.reset();
    err.reset();
    List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    return LabelMain.run(
        words,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "product --sku S-1 --name Bolt --gtin 9501101530003 --zpl | ^BEN",
        "product --sku S-1 --gtin 9501101530003 --lot L1 --expiry 2027-12-31 --zpl | (10)L1",
        "location --warehouse MAIN --location A-03-02 --zpl | ^BCN",
        "handling-unit --sscc 106141412345678908 --zpl | >;>800106141412345678908",
        "handling-unit --sscc 106141412345678908 --content 9501101530003 --count 48 --zpl | (37)48",
        "badge --code SW-1 --person Ana --size 57x32 --zpl | ^PW456",
        "badge --code SW-1 --person Ana --size 57x32 --dpi 300 --copies 2 --zpl | ^PQ2",
        "commands --zpl | SW-CMD-UNDO",
        "template badge --size 57x32 | label 57x32",
        "--help | Usage: stockwright label"
      })
  void everyKindIsMade(String line, String part) throws IOException, InterruptedException {
    assertEquals(0, run(line), err());
    assertTrue(out().contains(part), out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "poster --zpl | no label of the kind",
        "product --zpl | needs --sku",
        "product --sku S --sscc 1 --zpl | A product label has no --sscc",
        "product --sku S --gtin 9501101530004 --zpl | gtin",
        "product --sku S --gtin 9501101530003 --expiry 31.12.2027 --zpl | --expiry takes a day",
        "handling-unit --sscc 106141412345678900 --zpl | check digit",
        "handling-unit --sscc 106141412345678908 --content 9501101530003 --zpl | needs --count",
        "handling-unit --sscc 106141412345678908 --content 9501101530003 --count 0 --zpl | count",
        "badge --code SW-1 --person Ana | say where it goes",
        "badge --code SW-1 --person Ana --to a:b --zpl | --to takes",
        "badge --code SW-1 --person Ana --to h:99999 --zpl | --to takes",
        "badge --code SW-1 --person Ana --size 5x5 --zpl | --size takes mm",
        "badge --code SW-1 --person Ana --dpi 72 --zpl | --dpi takes",
        "badge --code SW-1 --person Ana --copies x --zpl | --copies takes a number",
        "badge --code SW-1 --person Ana --copies 0 --zpl | wrong_copies",
        "badge --code SW-1 --person Ana --what --zpl | no option --what",
        "commands --size 57x32 --zpl | no_template",
        "status | say which printer",
        "template badge --size 33x44 | no template",
        "badge --code SW-1 --person Ana --picture /no/such/folder/x.png | cannot be written"
      })
  void whatIsWrongIsSaid(String line, String part) throws IOException, InterruptedException {
    assertEquals(2, run(line));
    assertTrue(err().contains(part), err());
    assertEquals("", out());
  }

  @Test
  void withoutWordsItSaysHow() throws IOException, InterruptedException {
    assertEquals(2, run(""));
    assertTrue(out().startsWith("Usage"), out());
  }

  @Test
  void aPictureIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("label.png");
    assertEquals(0, run(UNIT + " --picture " + file), err());
    assertTrue(Files.size(file) > 500);
  }

  @Test
  void thePrinterIsAskedAndBelieved() throws IOException, InterruptedException {
    try (SimulatedPrinter printer =
        SimulatedPrinter.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            Duration.ZERO,
            label -> {})) {
      String to = " --to 127.0.0.1:" + printer.port();
      assertEquals(0, run("status" + to), err());
      assertEquals(0, run(UNIT + to), err());
      assertTrue(out().startsWith("Printed at"), out());
      assertEquals(1, printer.printed().size());
      printer.suffer(Fault.HEAD_OPEN);
      assertEquals(3, run("status" + to));
      assertEquals("The print head is open. Close it.", err().strip());
      assertEquals(3, run(UNIT + to));
      assertEquals("Not printed. The print head is open. Close it.", err().strip());
    }
  }

  @Test
  void aPrinterThatIsNotThereNeedsSomebody() throws IOException, InterruptedException {
    assertEquals(3, run("status --serial /no/such/port"));
    assertTrue(err().startsWith("No printer at /no/such/port"), err());
  }
}
