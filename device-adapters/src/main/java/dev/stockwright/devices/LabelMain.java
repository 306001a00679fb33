package dev.stockwright.devices;

import dev.stockwright.devices.command.Options;
import dev.stockwright.devices.labels.DirectPrint;
import dev.stockwright.devices.labels.LabelMaker;
import dev.stockwright.devices.labels.LabelPaper;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.labels.LabelTemplates;
import dev.stockwright.devices.labels.MadeLabel;
import dev.stockwright.devices.labels.ZplPrinter;
import dev.stockwright.devices.labels.picture.LabelPicture;
import dev.stockwright.devices.labels.picture.ZplPicture;
import dev.stockwright.devices.link.TcpLink;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `stockwright label`: makes labels, draws them, prints them.
public final class LabelMain {
  private static final String HELP =
      """
      Usage: stockwright label KIND FIELDS [OPTIONS] WHERE
             stockwright label status --to HOST[:PORT] | --serial PATH
             stockwright label template KIND [--size 100x150]

      KIND and its FIELDS:
        product        --sku S [--name N] [--gtin G] [--lot L] [--expiry 2027-12-31]
                       [--serial-number N]
        location       --warehouse W --location L [--description D]
        handling-unit  --sscc S [--content GTIN --count N [--lot L] [--expiry 2027-12-31]]
                       [--name N] [--sender S] [--recipient R]
        badge          --code C --person P [--role R]
        commands       the card with OK, BACK, UNDO, QTY, SHORT, SKIP, DONE, HELP

      WHERE:
        --to HOST[:PORT]  to a ZPL printer in the network (port 9100)
        --serial PATH     to a ZPL printer at a serial port
        --picture FILE    a PNG of what the printer would make of it
        --zpl             the ZPL itself, to standard output

      OPTIONS:
        --size 100x150    the paper in mm; there are templates for 100x150, 100x50 and 57x32
        --dpi 203         how fine the printer is, 203 or 300
        --copies 1
        --templates DIR   own templates before those of the house, such as product-100x50.label
        --baud 9600       of the serial port
        --help            this text

      The exit code is 0 when it is done and the printer said so, 2 when it was called wrongly or the
      label was refused, 3 when somebody must look at the printer.
      """;

  private static final int WRONG = 2;
  private static final int ATTENTION = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");
  private static final Set<String> OTHERS =
      Set.of(
          "--to", "--serial", "--picture", "--size", "--dpi", "--copies", "--templates", "--baud");

  private LabelMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int status = run(List.of(args), out, System.err);
    out.flush();
    System.exit(status);
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
      out.print(HELP);
      return arguments.isEmpty() ? WRONG : 0;
    }
    List<String> withValue = new ArrayList<>(OTHERS);
    LabelWish.FIELDS.values().forEach(withValue::addAll);
    return switch (Options.read(
        arguments, Set.of("--zpl"), Set.copyOf(withValue.stream().distinct().toList()))) {
      case Options.Reading.Wrong wrong -> wrong(err, wrong.sentence());
      case Options.Reading.Read(Options options) -> run(options, out, err);
    };
  }

  private static int wrong(PrintStream err, String sentence) {
    err.println("label: " + sentence);
    err.println("Try stockwright label --help.");
    return WRONG;
  }

  private static int run(Options options, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    Optional<String> bad = options.badNumber("--copies", "--baud");
    Optional<LabelPaper.Resolution> dpi =
        LabelPaper.Resolution.of(options.value("--dpi").orElse("203"));
    Optional<LabelPaper> paper =
        dpi.flatMap(d -> LabelPaper.of(options.value("--size").orElse("100x150"), d));
    if (bad.isPresent() || paper.isEmpty()) {
      return wrong(err, bad.orElse("--size takes mm such as 100x50, --dpi takes 203 or 300."));
    }
    LabelTemplates templates =
        options
            .value("--templates")
            .map(folder -> LabelTemplates.withFolder(Path.of(folder)))
            .orElseGet(LabelTemplates::builtIn);
    String kind = options.rest().isEmpty() ? "" : options.rest().getFirst();
    int words = kind.equals("template") ? 2 : 1;
    if (options.rest().size() != words) {
      return wrong(
          err, "name one kind of label: product, location, handling-unit, badge, commands.");
    }
    return switch (kind) {
      case "template" -> template(options.rest().get(1), paper.get(), templates, out, err);
      case "status" -> status(options, out, err);
      default -> {
        LabelWish wish = LabelWish.of(kind, options);
        yield switch (wish) {
          case LabelWish.Bad no -> wrong(err, no.sentence());
          case LabelWish.Good good -> {
            int copies = options.number("--copies").orElse(1);
            yield made(
                new LabelMaker(templates).make(good.content(), paper.get(), copies),
                options,
                out,
                err);
          }
        };
      }
    };
  }

  private static int template(
      String kind, LabelPaper paper, LabelTemplates templates, PrintStream out, PrintStream err) {
    Optional<String> text = templates.text(kind, paper);
    text.ifPresent(out::print);
    return text.isPresent()
        ? 0
        : wrong(err, "there is no template " + kind + " for " + paper.size() + " mm.");
  }

  private static int status(Options options, PrintStream out, PrintStream err)
      throws InterruptedException {
    Optional<LabelPrinter> printer = printer(options);
    return printer.isEmpty()
        ? wrong(err, "say which printer: --to HOST[:PORT] or --serial PATH.")
        : said(DirectPrint.status(printer.get()), out, err);
  }

  private static int said(DirectPrint.Outcome outcome, PrintStream out, PrintStream err) {
    (outcome.printed() ? out : err).println(outcome.sentence());
    return outcome.printed() ? 0 : ATTENTION;
  }

  private static int made(MadeLabel label, Options options, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    return switch (label) {
      case MadeLabel.Refused refused -> {
        err.println("label: refused (" + refused.code() + "). " + refused.sentence());
        yield WRONG;
      }
      case MadeLabel.Ready ready -> deliver(ready, options, out, err);
    };
  }

  private static int deliver(
      MadeLabel.Ready label, Options options, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    boolean printing = options.value("--to").isPresent() || options.value("--serial").isPresent();
    Optional<LabelPrinter> printer = printer(options);
    if (printing && printer.isEmpty()) {
      return wrong(err, "--to takes HOST or HOST:PORT, --serial a path and --baud 300 to 4000000.");
    }
    if (!printing && options.value("--picture").isEmpty() && !options.has("--zpl")) {
      return wrong(err, "say where it goes: --to, --serial, --picture or --zpl.");
    }
    if (options.has("--zpl")) {
      out.print(label.zpl());
    }
    if (options.value("--picture").isPresent()) {
      LabelPaper paper = label.paper();
      LabelPicture picture =
          new ZplPicture(paper.widthDots(), paper.heightDots()).draw(label.zpl()).getFirst();
      Path file = Path.of(options.value("--picture").get());
      try {
        Files.write(file, picture.png());
      } catch (IOException e) {
        return wrong(err, "the picture cannot be written to " + file + ".");
      }
    }
    return printer.isPresent()
        ? said(DirectPrint.print(printer.get(), label.zpl(), PATIENCE), out, err)
        : 0;
  }

  private static Optional<LabelPrinter> printer(Options options) {
    DeviceId name = new DeviceId("printer");
    Optional<String> path = options.value("--serial");
    if (path.isPresent()) {
      int baud = options.number("--baud").orElse(9600);
      return path.get().isBlank() || baud < 300
          ? Optional.empty()
          : Optional.of(ZplPrinter.serial(name, SerialSettings.of(path.get()).withBaud(baud)));
    }
    Matcher host = HOST.matcher(options.value("--to").orElse(""));
    if (!host.matches()) {
      return Optional.empty();
    }
    int port = Optional.ofNullable(host.group(2)).map(Integer::parseInt).orElse(ZplPrinter.PORT);
    return port < 1 || port > 65_535
        ? Optional.empty()
        : Optional.of(ZplPrinter.at(name, TcpLink.to(host.group(1), port)));
  }
}
