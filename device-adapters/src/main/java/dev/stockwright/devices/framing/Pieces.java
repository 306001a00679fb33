package dev.stockwright.devices.framing;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// What the framer must know of the content, to keep a piece of a scan from becoming stock.
interface Pieces {
  /// Whether this may be the beginning of a code of goods, so that its end must be certain.
  boolean mayBeGoods(Scan.Raw piece);

  /// Whether this alone names goods.
  boolean isGoods(Scan.Raw piece);

  /// Those of a scanner with this wrapping.
  static Pieces of(Wrapping wrapping) {
    return new Wrapped(wrapping);
  }

  /// Judges by what [ScanReader] makes of it.
  final class Wrapped implements Pieces {
    /// An AIM identifier, digits, brackets, an element string without an AIM identifier, a link.
    private static final Pattern BEGINNING =
        Pattern.compile(
            "(?s)\\].*|\\d+|\\((\\d.*)?|0[12]\\d{14}.*|00\\d{18}.*|[hH][tT][tT][pP].*|.*\u001d.*");

    private static final DeviceId NOBODY = new DeviceId("framer");
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final Wrapping wrapping;

    private Wrapped(Wrapping wrapping) {
      this.wrapping = wrapping;
    }

    @Override
    public boolean mayBeGoods(Scan.Raw piece) {
      return !wrapping.prefix().isEmpty()
          || !wrapping.suffix().isEmpty()
          || BEGINNING.matcher(piece.text()).matches();
    }

    @Override
    public boolean isGoods(Scan.Raw piece) {
      return wrapping.unwrap(piece).filter(Wrapped::namesGoods).isPresent();
    }

    private static boolean namesGoods(Scan.Raw data) {
      return switch (ScanReader.read(new Scan(data, NOBODY, Instant.EPOCH), ANY_DAY)) {
        case Identified.PlainCode plain -> false;
        case Identified.Unreadable unreadable -> false;
        case Identified.TradeItem item -> true;
        case Identified.LogisticUnit unit -> true;
        case Identified.Contained contained -> true;
      };
    }
  }
}
