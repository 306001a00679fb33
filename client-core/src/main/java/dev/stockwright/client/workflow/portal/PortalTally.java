package dev.stockwright.client.workflow.portal;

import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a gate has read against what the order still wants. A product with lots is not expected
/// here: its tag does not tell the lot, so somebody scans it.
///
/// @param lines what is wanted, in the order of the document
/// @param extra pieces that the order does not want, or not so many of
/// @param unknown tags of nothing that this device knows
/// @param ignored weak ones, which may be in the next bay
/// @param old pieces that were received before
public record PortalTally(
    List<Line> lines,
    List<PortalState.Heard> extra,
    List<PortalState.Heard> unknown,
    List<PortalState.Heard> ignored,
    List<PortalState.Heard> old) {
  public PortalTally {
    lines = List.copyOf(lines);
    extra = List.copyOf(extra);
    unknown = List.copyOf(unknown);
    ignored = List.copyOf(ignored);
    old = List.copyOf(old);
  }

  /// One product.
  ///
  /// @param pieces those of it that are here
  public record Line(Product product, long expected, List<PortalState.Heard> pieces) {
    public Line {
      pieces = List.copyOf(pieces);
    }

    public long missing() {
      return expected - pieces.size();
    }

    Line with(PortalState.Heard piece) {
      List<PortalState.Heard> more = new ArrayList<>(pieces);
      more.add(piece);
      return new Line(product, expected, more);
    }
  }

  public static PortalTally of(PortalState state, Scene scene) {
    List<Line> lines = new ArrayList<>();
    for (OrderLine line : wanted(state.order(), scene)) {
      Optional<Product> product = scene.books().product(line.sku());
      if (line.open() > 0 && product.filter(known -> !known.lotTracked()).isPresent()) {
        lines.add(new Line(product.get(), line.open(), List.of()));
      }
    }
    List<PortalState.Heard> extra = new ArrayList<>();
    List<PortalState.Heard> unknown = new ArrayList<>();
    List<PortalState.Heard> ignored = new ArrayList<>();
    List<PortalState.Heard> old = new ArrayList<>();
    for (PortalState.Heard piece : state.heard()) {
      int at = piece.sku().map(sku -> indexOf(lines, sku)).orElse(-1);
      if (state.posted().contains(piece.key()) || known(piece, scene)) {
        old.add(piece);
      } else if (piece.weak()) {
        ignored.add(piece);
      } else if (piece.sku().isEmpty()) {
        unknown.add(piece);
      } else if (at < 0 || lines.get(at).missing() <= 0) {
        extra.add(piece);
      } else {
        lines.set(at, lines.get(at).with(piece));
      }
    }
    return new PortalTally(lines, extra, unknown, ignored, old);
  }

  private static List<OrderLine> wanted(Optional<Reference> order, Scene scene) {
    return order
        .flatMap(number -> scene.books().order(number))
        .map(open -> open.lines())
        .orElse(List.of());
  }

  private static int indexOf(List<Line> lines, Sku sku) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).product().sku().equals(sku)) {
        return i;
      }
    }
    return -1;
  }

  /// This very piece was received here before, by whatever way.
  private static boolean known(PortalState.Heard piece, Scene scene) {
    return piece.sku().isPresent()
        && piece.serial().isPresent()
        && scene.books().product(piece.sku().get()).filter(Product::serialTracked).isPresent()
        && scene.books().received(piece.sku().get(), piece.serial().get()).isPresent();
  }

  public long expected() {
    return lines.stream().mapToLong(Line::expected).sum();
  }

  /// How many of the expected pieces are here.
  public long read() {
    return lines.stream().mapToLong(line -> line.pieces().size()).sum();
  }

  public long missing() {
    return expected() - read();
  }

  /// Everything that was expected is here, and nothing else.
  boolean whole() {
    return expected() > 0 && missing() == 0 && extra.isEmpty() && unknown.isEmpty();
  }
}
