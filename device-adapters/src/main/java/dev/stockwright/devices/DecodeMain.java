package dev.stockwright.devices;

import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.MalformedEpc;
import dev.stockwright.vocabulary.epc.OtherTag;
import dev.stockwright.vocabulary.epc.TagRead;
import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoded.Kind;
import dev.stockwright.vocabulary.gs1.Decoder;
import dev.stockwright.vocabulary.gs1.Elements;
import dev.stockwright.vocabulary.gs1.Malformed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// `stockwright decode`: one scan a line in, one JSON object a line out.
public final class DecodeMain {
  private static final String HELP =
      """
      Usage: stockwright decode [--as scan|element|bracketed|digital_link]

      Reads one code a line from standard input and prints one JSON object for each line:
      {"kind": "element_string" | "bracketed" | "digital_link" | "ean" | "epc" | "plain",
       "symbology"?, "ais": [["01","..."],...], "warnings": [...],
       "error"?: {"code","at","message"}}

        --as scan          what a scanner sends, with its AIM identifier where it sends one;
                           {GS} stands for the separator 0x1D (default);
                           epc: and hexadecimal digits are the EPC memory of an RFID tag
        --as element       an element string, ^ for FNC1, the first one included
        --as bracketed     (01)09501101530003(10)ABC; a bracket inside a value is \\(
        --as digital_link  a GS1 Digital Link
        --help             this text

      A tag's answer has "tag_uri", "id_uri" (what is named, the same for every tag on it) and "ais",
      or an error; tags of other schemes are named in it and kept.
      """;

  /// How the lines of the input are written.
  private enum Form {
    SCAN,
    ELEMENT,
    BRACKETED,
    DIGITAL_LINK
  }

  private DecodeMain() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int status = run(List.of(args), System.in, out, System.err);
    out.flush();
    System.exit(status);
  }

  static int run(List<String> options, InputStream input, PrintStream out, PrintStream err)
      throws IOException {
    if (options.contains("--help") || options.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    Optional<Form> form = form(options);
    if (form.isEmpty()) {
      err.println(mistake(options));
      return 2;
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.print(answer(form.get(), line) + "\n");
      if (!in.ready()) {
        out.flush();
      }
    }
    return 0;
  }

  private static Optional<Form> form(List<String> options) {
    if (options.isEmpty()) {
      return Optional.of(Form.SCAN);
    }
    if (options.size() == 2 && options.get(0).equals("--as")) {
      for (Form form : Form.values()) {
        if (name(form).equals(options.get(1))) {
          return Optional.of(form);
        }
      }
    }
    return Optional.empty();
  }

  private static String mistake(List<String> options) {
    String forms =
        Arrays.stream(Form.values()).map(DecodeMain::name).collect(Collectors.joining(", "));
    if (!options.getFirst().equals("--as") || options.size() > 2) {
      return "decode does not know \"" + String.join(" ", options) + "\"; try decode --help";
    }
    return options.size() == 1
        ? "decode --as needs one of " + forms + " behind it"
        : "decode --as does not know \"" + options.get(1) + "\"; it knows " + forms;
  }

  private static String answer(Form form, String line) {
    return switch (form) {
      case SCAN ->
          line.startsWith("epc:")
              ? epc(line.substring(4).strip())
              : json(scan(line.replace("{GS}", "\u001d")));
      case ELEMENT -> json(element(line));
      case BRACKETED -> json(Decoder.bracketed(line));
      case DIGITAL_LINK -> json(Decoder.digitalLink(line));
    };
  }

  /// What the reader said nothing about and what proves nothing by itself is not decoded.
  private static Decoded scan(String text) {
    Decoded decoded = Decoder.scan(text);
    if (decoded.kind() != Kind.PLAIN || decoded.symbology().isPresent()) {
      return decoded;
    }
    return failed(
        decoded,
        text.startsWith("]") && text.length() > 2
            ? new Malformed("unknown_symbology", 0, "this AIM identifier is not known")
            : new Malformed(
                "no_symbology", 0, "without an AIM identifier this text proves no form of code"));
  }

  private static Decoded element(String line) {
    if (!line.startsWith("^")) {
      return failed(
          Decoder.element(""),
          new Malformed("no_fnc1", 0, "an element string begins with FNC1, written ^"));
    }
    Decoded decoded = Decoder.element(line.substring(1).replace('^', '\u001d'));
    return decoded
        .error()
        .map(e -> failed(decoded, new Malformed(e.code(), e.at() + 1, e.message())))
        .orElse(decoded);
  }

  private static Decoded failed(Decoded decoded, Malformed error) {
    return new Decoded(
        decoded.kind(),
        decoded.symbology(),
        decoded.text(),
        new Elements(List.of(), List.of()),
        Optional.of(error));
  }

  private static String epc(String hex) {
    return switch (TagRead.ofHex(hex)) {
      case EpcTag tag ->
          "{\"kind\":\"epc\",\"tag_uri\":%s,\"id_uri\":%s,\"ais\":%s,\"warnings\":[]}"
              .formatted(quoted(tag.uri()), quoted(tag.epc().uri()), ais(tag.epc().elements()));
      case OtherTag other ->
          failedEpc(
              new Malformed(name(other.sort()), 0, "not read, but kept as it is: " + other.what()));
      case MalformedEpc fault ->
          failedEpc(new Malformed(fault.code(), fault.at(), fault.message()));
    };
  }

  private static String failedEpc(Malformed error) {
    return "{\"kind\":\"epc\",\"ais\":[],\"warnings\":[],\"error\":" + json(error) + "}";
  }

  private static String json(Decoded decoded) {
    StringBuilder json = new StringBuilder("{\"kind\":" + quoted(name(decoded.kind())));
    decoded.symbology().ifPresent(s -> json.append(",\"symbology\":").append(quoted(name(s))));
    json.append(",\"ais\":").append(ais(decoded.elements()));
    json.append(",\"warnings\":")
        .append(
            decoded.elements().warnings().stream()
                .map(DecodeMain::quoted)
                .collect(Collectors.joining(",", "[", "]")));
    decoded.error().ifPresent(e -> json.append(",\"error\":").append(json(e)));
    return json.append('}').toString();
  }

  private static String ais(Elements elements) {
    return elements.list().stream()
        .map(e -> "[" + quoted(e.ai().code()) + "," + quoted(e.value()) + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(Malformed error) {
    return "{\"code\":%s,\"at\":%d,\"message\":%s}"
        .formatted(quoted(error.code()), error.at(), quoted(error.message()));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
