package dev.stockwright.desktop.harness;

import dev.stockwright.desktop.stock.PageSource;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A source as long as one likes, which remembers what it was asked and answers at once, or when
/// told to.
public final class MillionRows implements PageSource<StockRow> {
  private final long total;
  private final List<Request<StockRow>> asked = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  public MillionRows(long total) {
    this.total = total;
  }

  public List<Request<StockRow>> asked() {
    return List.copyOf(asked);
  }

  /// Keeps answers back until [#release].
  public void hold() {
    holding = true;
  }

  public void release() {
    holding = false;
    List<Runnable> answers = List.copyOf(held);
    held.clear();
    answers.forEach(Runnable::run);
  }

  @Override
  public void load(
      Request<StockRow> request, Consumer<Page<StockRow>> loaded, Consumer<String> failed) {
    asked.add(request);
    Runnable answer = () -> loaded.accept(page(request));
    if (holding) {
      held.add(answer);
    } else {
      answer.run();
    }
  }

  private Page<StockRow> page(Request<StockRow> request) {
    List<StockRow> rows = new ArrayList<>();
    long end = Math.min(total, request.offset() + request.limit());
    for (long i = request.offset(); i < end; i++) {
      rows.add(row(i));
    }
    return new Page<>(rows, OptionalLong.of(total));
  }

  public static StockRow row(long i) {
    return new StockRow(
        Goods.EAST, new Sku("P-" + i), "Product " + i, i, 0, 0, i, Instant.EPOCH, "", 1);
  }
}
