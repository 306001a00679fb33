package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.approval.ApprovalCard;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.DecisionCard;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.FeedbackBand;
import dev.stockwright.desktop.look.InstructionBar;
import dev.stockwright.desktop.look.Outcome;
import dev.stockwright.desktop.look.PaneGrip;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Queue at the left, the open receipt in the middle, the scan feed at the right.
final class ReceivingView extends HBox {
  /// From this width on there is room for what the narrow desk leaves out.
  private static final double WIDE = 1_150;

  /// The head of the lines and most of a row.
  private static final double LINES_HEIGHT = 60;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final ReceivingViewModel model;
  private final QueuePane queue;
  private final LineTable lines;
  private final StackPane body = new StackPane();
  private final FeedPane feed;
  private final PaneGrip atQueue;
  private final PaneGrip atFeed;

  ReceivingView(ReceivingViewModel model, SiteTime time) {
    this.model = model;
    setId("receiving");
    queue = new QueuePane(model);
    lines = new LineTable(model);
    feed = new FeedPane(model, time);
    VBox center = center();
    HBox.setHgrow(center, Priority.ALWAYS);
    center.setMinWidth(0);
    atQueue = new PaneGrip("receive-queue", queue, true, model.words());
    atFeed = new PaneGrip("receive-feed", feed, false, model.words());
    getChildren().addAll(queue, atQueue, center, atFeed, feed);
    widthProperty().subscribe(width -> arrange(width.doubleValue()));
  }

  List<Node> panels() {
    return List.of(queue.list(), lines.table());
  }

  List<PaneGrip> grips() {
    return List.of(atQueue, atFeed);
  }

  private void arrange(double width) {
    boolean wide = width >= WIDE;
    atQueue.arrange(width, wide ? 236 : 196);
    atFeed.arrange(width, wide ? 300 : 220);
    pseudoClassStateChanged(NARROW, !wide);
    lines.arrange(wide);
  }

  private VBox center() {
    InstructionBar instruction =
        new InstructionBar(model.instruction(), queuedChip(), multiplierChip());
    FeedbackBand band = new FeedbackBand(model.feedback(), model.readTwice(), model.words());
    LaneCards lanes = new LaneCards(model);
    model.feedback().subscribe(_ -> fold(band));
    model.lanes().sideBySide().subscribe(_ -> fold(band));
    model.gate().subscribe(_ -> fold(band));
    model.decision().subscribe(_ -> fold(band));
    DecisionCard decision = new DecisionCard(model.decision(), model::choose);
    decision.setMinHeight(USE_PREF_SIZE);
    VBox.setMargin(decision, new Insets(12, 16, 12, 16));
    ApprovalCard approval = new ApprovalCard(model.lanes().approval());
    VBox.setMargin(approval, new Insets(12, 16, 12, 16));
    Node head = head();
    Node actions = actionBar();
    model.decision().subscribe(_ -> makeRoom(head, actions));
    model.receipt().subscribe(_ -> makeRoom(head, actions));
    model
        .lanes()
        .approval()
        .picture()
        .subscribe(
            _ -> {
              fold(band);
              makeRoom(head, actions);
            });
    GatePane gate = new GatePane(model);
    body.getChildren().addAll(lines, noReceipt(), gate);
    body.setMinHeight(0);
    body.heightProperty().subscribe(_ -> showLines());
    model.gate().subscribe(_ -> showLines());
    VBox.setVgrow(body, Priority.ALWAYS);
    return new VBox(instruction, lanes, band, decision, approval, head, body, actions);
  }

  /// A question is read in place of the figures; while a supervisor is asked nothing else is done.
  private void makeRoom(Node head, Node actions) {
    boolean allowing = model.lanes().approval().open();
    boolean asked = model.decision().get().isPresent() || allowing;
    head.setVisible(!asked && model.receipt().get().isPresent());
    head.setManaged(head.isVisible());
    actions.setVisible(!allowing);
    actions.setManaged(!allowing);
  }

  /// Beside another lane the strip of its card says what came of a scan; the band then only says
  /// what has more words than that. A question of the gate says all of it itself.
  private void fold(FeedbackBand band) {
    boolean wordy =
        model.feedback().get().stream()
            .map(Feedback::outcome)
            .anyMatch(outcome -> outcome == Outcome.REJECT || outcome == Outcome.SYSTEM);
    boolean asked = model.gate().get().isPresent() && model.decision().get().isPresent();
    boolean allowing = model.lanes().approval().open() && !wordy;
    band.setVisible(!asked && !allowing && (wordy || !model.lanes().sideBySide().get()));
    band.setManaged(band.isVisible());
  }

  private Node queuedChip() {
    Label chip = Words.firm("", "queued");
    model
        .scansWaiting()
        .subscribe(
            count -> {
              chip.setText("+" + count);
              chip.setAccessibleText(say(DockPhrase.SCANS_WAIT, count.intValue()));
              chip.setVisible(count.intValue() > 0);
              chip.setManaged(count.intValue() > 0);
            });
    return chip;
  }

  private Node multiplierChip() {
    Label number = Words.firm("", "chip-number", "essential");
    Button clear = new Button("", new Glyph(Pictogram.X, 16));
    clear.setId("clear-multiplier");
    clear.getStyleClass().setAll("button", "quiet", "chip-clear");
    clear.accessibleTextProperty().bind(model.words().of(DockPhrase.CLEAR_NUMBER));
    clear.setOnAction(_ -> model.escape());
    HBox chip = new HBox(number, clear);
    chip.setId("multiplier");
    chip.getStyleClass().add("chip");
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.setMaxHeight(40);
    model
        .multiplier()
        .subscribe(
            times -> {
              number.setText(Figures.of(times.longValue()) + " ×");
              chip.setAccessibleText(say(DockPhrase.NEXT_COUNTS, times.longValue()));
              chip.setVisible(times.longValue() > 0);
              chip.setManaged(times.longValue() > 0);
            });
    return chip;
  }

  private Node head() {
    Label document = Words.of("", "title", "essential");
    Label detail = Words.of("", "muted", "small");
    VBox left = new VBox(document, detail);
    left.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(left, Priority.ALWAYS);
    Label number = Words.firm("", "lead", "essential");
    number.setId("received");
    Label whole = Words.firm("", "muted", "essential");
    Label linesDone = Words.firm("", "muted", "essential");
    VBox right = new VBox(whole, linesDone);
    right.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(left, number, right);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("receipt-head");
    model
        .receipt()
        .subscribe(
            now ->
                now.ifPresent(
                    receipt -> {
                      document.setText(
                          receipt.party().isEmpty()
                              ? receipt.document()
                              : receipt.document() + " · " + receipt.party());
                      detail.setText(receipt.detail());
                      number.setText(Figures.of(receipt.received()));
                      whole.setText(whole(receipt));
                      linesDone.setText(receipt.lineCount(model.words()));
                    }));
    return head;
  }

  private String whole(ReceiptHeader receipt) {
    return receipt.expected().isPresent()
        ? say(DockPhrase.OF_WHOLE, Figures.of(receipt.expected()), receipt.unit())
        : receipt.unit();
  }

  private Node noReceipt() {
    StateRow none =
        new StateRow(StateRow.Kind.EMPTY, say(DockPhrase.NO_RECEIPT), say(DockPhrase.OPEN_ONE));
    model
        .words()
        .wording()
        .subscribe(_ -> none.say(say(DockPhrase.NO_RECEIPT), say(DockPhrase.OPEN_ONE)));
    StackPane.setAlignment(none, Pos.TOP_CENTER);
    StackPane.setMargin(none, new Insets(16));
    model
        .receipt()
        .subscribe(
            now -> {
              none.setVisible(now.isEmpty());
              showLines();
            });
    return none;
  }

  /// Not below the gate, and not where a question leaves them less than a row.
  private void showLines() {
    boolean room = body.getHeight() == 0 || body.getHeight() >= LINES_HEIGHT;
    lines.setVisible(room && model.receipt().get().isPresent() && model.gate().get().isEmpty());
  }

  private Node actionBar() {
    FlowPane bar =
        new FlowPane(
            button("quantity", "F4", DockPhrase.QUANTITY, model::askQuantity),
            undo(),
            button("label", "F7", DockPhrase.LABEL, model.actions()::printLabel),
            button("blind", "F2", DockPhrase.BLIND_RECEIPT, model.actions()::startBlindReceipt),
            button("release-receipt", "F10", DockPhrase.RELEASE, model.actions()::release),
            button("finish", "F12", DockPhrase.FINISH, model.actions()::finish));
    bar.setMinHeight(USE_PREF_SIZE);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("action-bar", "folding");
    return bar;
  }

  private ActionButton undo() {
    ActionButton undo = button("undo", "F8", DockPhrase.UNDO, model::undo);
    undo.disableProperty().bind(model.undoable().not());
    return undo;
  }

  private String say(DockPhrase phrase, Object... parts) {
    return model.words().say(phrase, parts);
  }

  private ActionButton button(String id, String key, DockPhrase words, Runnable action) {
    ActionButton button = new ActionButton(key, model.words(), words, action);
    button.setId(id);
    return button;
  }
}
