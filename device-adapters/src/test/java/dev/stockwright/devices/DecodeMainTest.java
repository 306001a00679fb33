package dev.stockwright.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input, String... options) throws IOException {
    try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      return DecodeMain.run(
          List.of(options), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), o, e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "scan|]C1010950110153000310A{GS}17270131"
            + "|{\"kind\":\"element_string\",\"symbology\":\"gs1_128\","
            + "\"ais\":[[\"01\",\"09501101530003\"],[\"10\",\"A\"],[\"17\",\"270131\"]],"
            + "\"warnings\":[]}",
        "scan|]d2{GS}0109501101530003"
            + "|{\"kind\":\"element_string\",\"symbology\":\"gs1_datamatrix\","
            + "\"ais\":[[\"01\",\"09501101530003\"]],"
            + "\"warnings\":[\"a separator stands before the first AI\"]}",
        "scan|]C10109501101530003"
            + "3724"
            + "|{\"kind\":\"element_string\",\"symbology\":\"gs1_128\","
            + "\"ais\":[[\"01\",\"09501101530003\"],[\"37\",\"24\"]],\"warnings\":["
            + "\"AI (01) GTIN must not stand beside AI (37) COUNT\","
            + "\"AI (37) COUNT needs (00) beside it\","
            + "\"AI (37) COUNT needs one of (02), (8026) beside it\"]}",
        "scan|]e010A"
            + "|{\"kind\":\"element_string\",\"symbology\":\"gs1_databar\","
            + "\"ais\":[[\"10\",\"A\"]],\"warnings\":[\"AI (10) BATCH/LOT needs one of"
            + " (01), (02), (03), (8006), (8026) beside it\"]}",
        "scan|]E09501101530003"
            + "|{\"kind\":\"ean\",\"symbology\":\"ean_13\",\"ais\":[],\"warnings\":[]}",
        "scan|9501101530003|{\"kind\":\"ean\",\"ais\":[],\"warnings\":[]}",
        "scan|]C0A\"1\\"
            + "|{\"kind\":\"plain\",\"symbology\":\"code_128\",\"ais\":[],\"warnings\":[]}",
        "scan|A-01-02"
            + "|{\"kind\":\"plain\",\"ais\":[],\"warnings\":[],\"error\":{\"code\":\"no_symbology\","
            + "\"at\":0,\"message\":\"without an AIM identifier this text proves no form of"
            + " code\"}}",
        "scan|]E09501101530004"
            + "|{\"kind\":\"ean\",\"symbology\":\"ean_13\",\"ais\":[],\"warnings\":[],"
            + "\"error\":{\"code\":\"wrong_check_digit\",\"at\":15,"
            + "\"message\":\"the check digit is wrong\"}}",
        "element|^400A^17270131"
            + "410950110153000"
            + "|{\"kind\":\"element_string\",\"ais\":[],\"warnings\":[],\"error\":"
            + "{\"code\":\"wrong_length\",\"at\":17,"
            + "\"message\":\"the value of AI (410) SHIP TO LOC is too short: 12 characters\"}}",
        "element|^400A^403B^00106141412345678908"
            + "|{\"kind\":\"element_string\",\"ais\":[[\"400\",\"A\"],[\"403\",\"B\"],"
            + "[\"00\",\"106141412345678908\"]],"
            + "\"warnings\":[]}",
        "element|10A"
            + "|{\"kind\":\"element_string\",\"ais\":[],\"warnings\":[],\"error\":"
            + "{\"code\":\"no_fnc1\",\"at\":0,"
            + "\"message\":\"an element string begins with FNC1, written ^\"}}",
        "bracketed|(99)A\"B|{\"kind\":\"bracketed\",\"ais\":[[\"99\",\"A\\\"B\"]],\"warnings\":[]}",
        "digital_link|https://a.example/01/09501101530003"
            + "|{\"kind\":\"digital_link\",\"ais\":[[\"01\",\"09501101530003\"]],\"warnings\":[]}",
      })
  void aLineInIsAnObjectOut(String form, String line, String expected) throws IOException {
    assertEquals(0, run(line + "\n", "--as", form));
    assertEquals(expected + "\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void emptyLinesAreAnsweredToo() throws IOException {
    assertEquals(0, run("\n]C0A\n\n"));
    assertEquals(3, out.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void aTagIsReadAndWhatItNamesIsSaid() throws IOException {
    assertEquals(0, run("epc:3074257BF7194E4000001A85\n"));
    assertEquals(
        """
        {"kind":"epc","tag_uri":"urn:epc:tag:sgtin-96:3.0614141.812345.6789",\
        "id_uri":"urn:epc:id:sgtin:0614141.812345.6789",\
        "ais":[["01","80614141123458"],["21","6789"]],"warnings":[]}
        """,
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aTagThatIsNotReadIsNamedInTheError() throws IOException {
    assertEquals(0, run("epc:F7000000\nepc:E280\nepc:307C257BF7194E4000001A85\nepc:\n"));
    assertEquals(
        List.of("newer_scheme", "blank", "wrong_partition", "empty"),
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll(".*\"code\":\"([a-z_]+)\".*", "$1"))
            .toList());
  }

  @Test
  void helpAndMistakesAreAnswered() throws IOException {
    assertEquals(0, run("", "--help"));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Usage: stockwright decode"));
    assertEquals(2, run("", "--as", "epc"));
    assertEquals(2, run("", "--as"));
    assertEquals(2, run("", "--fast", "file"));
    assertEquals(
        """
        decode --as does not know "epc"; it knows scan, element, bracketed, digital_link
        decode --as needs one of scan, element, bracketed, digital_link behind it
        decode does not know "--fast file"; try decode --help
        """,
        err.toString(StandardCharsets.UTF_8));
  }
}
