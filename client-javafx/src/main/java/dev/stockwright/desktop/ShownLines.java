package dev.stockwright.desktop;

import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.desktop.receiving.ReceivingViewModel;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// Puts the lines of a receipt on the screen: another receipt replaces them, the same one changes
/// in place, so that nothing moves. Owned by the JavaFX thread.
final class ShownLines {
  private final ReceivingViewModel model;
  private String shownReceipt = "";

  ShownLines(ReceivingViewModel model) {
    this.model = model;
  }

  /// @param here the product that was received last in this lane
  void show(ReceivingPicture picture, Optional<Sku> here) {
    List<String> shown =
        model.lines().stream()
            .flatMap(row -> row.value().get().stream())
            .map(ReceiptLine::key)
            .toList();
    List<String> wanted = picture.lines().stream().map(ReceiptLine::key).toList();
    String receipt = picture.lane() + " " + picture.openId().orElse("");
    boolean same =
        shownReceipt.equals(receipt)
            && wanted.size() >= shown.size()
            && wanted.subList(0, shown.size()).equals(shown);
    if (!same) {
      shownReceipt = receipt;
      model.showLines(picture.lines());
      picture.last().ifPresent(model::select);
      return;
    }
    for (int i = 0; i < picture.lines().size(); i++) {
      ReceiptLine line = picture.lines().get(i);
      boolean changed = i >= shown.size() || !current(i).equals(Optional.of(line));
      if (changed) {
        model.showLine(line, here.equals(Optional.of(line.sku())));
      }
    }
  }

  private Optional<ReceiptLine> current(int index) {
    return model.lines().get(index).value().get();
  }
}
