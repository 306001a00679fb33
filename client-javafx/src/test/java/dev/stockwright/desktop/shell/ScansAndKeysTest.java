package dev.stockwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScansAndKeysTest {
  private final Floor floor =
      Headless.call(() -> new Floor(Goods.stockOf(200), new ManualDelay()).working());
  private final Headless window = Headless.show(floor::scene, 1000, 700);

  ScansAndKeysTest() {
    floor.asked.forget();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  @DisplayName("D2 A serial scan arrives while a field has the focus, which stays as it was")
  void aSerialScanReachesTheScreenWhileAFieldHasTheFocus() {
    TextField search = searchInFocus("hex");
    Headless.run(() -> floor.scan("4006381333931"));
    assertEquals(List.of("stock scanned 4006381333931"), floor.asked.lines());
    assertEquals("hex", search.getText());
  }

  @Test
  @DisplayName("D2 A serial scan arrives under an open menu, which stays open")
  void aSerialScanArrivesUnderAnOpenMenu() {
    TextField search = searchInFocus("hex");
    ContextMenu menu =
        Headless.call(
            () -> {
              ContextMenu made = new ContextMenu(new MenuItem("Copy"), new MenuItem("Paste"));
              made.show(search, Side.BOTTOM, 0, 0);
              return made;
            });
    window.await(menu::isShowing);
    Headless.run(() -> floor.scan("4006381333931"));
    assertEquals(List.of("stock scanned 4006381333931"), floor.asked.lines());
    assertTrue(Headless.call(menu::isShowing));
    assertEquals("hex", search.getText());
    Headless.run(menu::hide);
  }

  @Test
  @DisplayName("D2 A serial scan arrives while a list is open in a popup and while a dialog waits")
  void aSerialScanArrivesUnderAPopupAndADialog() {
    searchInFocus("hex");
    ComboBox<String> choices = new ComboBox<>();
    Stage dialog =
        Headless.call(
            () -> {
              choices.getItems().setAll("Eastfield", "Westfield");
              Stage made = new Stage();
              made.initOwner(window.scene().getWindow());
              made.initModality(Modality.APPLICATION_MODAL);
              made.setScene(new Scene(choices, 200, 100));
              made.show();
              choices.show();
              return made;
            });
    window.await(() -> dialog.isShowing() && choices.isShowing());
    Headless.run(() -> floor.scan("4006381333931"));
    assertEquals(List.of("stock scanned 4006381333931"), floor.asked.lines());
    assertTrue(Headless.call(choices::isShowing));
    assertNull(Headless.call(choices::getValue));
    Headless.run(dialog::close);
  }

  @Test
  @DisplayName("D2 A serial scan arrives while another window has the focus and ours is away")
  void aSerialScanArrivesInTheBackground() {
    searchInFocus("hex");
    TextField elsewhere = new TextField();
    Stage other =
        Headless.call(
            () -> {
              Stage made = new Stage();
              made.setScene(new Scene(elsewhere, 200, 100));
              made.show();
              made.requestFocus();
              return made;
            });
    Stage desk = (Stage) window.scene().getWindow();
    Headless.run(() -> desk.setIconified(true));
    window.await(() -> other.isFocused() && desk.isIconified());
    Headless.run(() -> floor.scan("4006381333931"));
    assertEquals(List.of("stock scanned 4006381333931"), floor.asked.lines());
    assertTrue(Headless.call(other::isFocused));
    assertEquals("", elsewhere.getText());
    Headless.run(other::close);
  }

  @Test
  void aTypedScanReachesTheScreenAndLeavesTheFieldAsItWas() {
    TextField search = searchInFocus("hex");
    Headless.run(() -> search.positionCaret(1));
    window.type("4006381333931\n");
    assertEquals(List.of("stock scanned 4006381333931"), floor.asked.lines());
    assertEquals("hex", search.getText());
    assertEquals(1, search.getCaretPosition());
  }

  @Test
  void aPersonCanStillTypeInTheField() {
    TextField search = searchInFocus("");
    for (String letter : List.of("b", "o", "l", "t", " ", "8")) {
      floor.nanos.addAndGet(200_000_000);
      window.type(letter);
    }
    assertEquals("bolt 8", search.getText());
    assertEquals(List.of(), floor.asked.lines());
  }

  @Test
  void blankAndEnterOfAScanPressNoButton() {
    Button undo = window.find("undo", Button.class);
    Headless.run(undo::requestFocus);
    window.type("LOT 7 A\n");
    assertEquals(List.of("scanned LOT 7 A"), floor.asked.lines());
  }

  @Test
  void aLoneBlankPressesTheButtonInFocus() {
    Button undo = window.find("undo", Button.class);
    Headless.run(undo::requestFocus);
    window.type(" ");
    floor.nanos.addAndGet(200_000_000);
    window.await(() -> floor.asked.lines().equals(List.of("undo")));
  }

  @Test
  void aLoneEnterPressesTheButtonInFocusWhenTheScreenHasNothingToSave() {
    Headless.run(window.find("undo", Button.class)::requestFocus);
    window.type("\n");
    assertEquals(List.of("undo"), floor.asked.lines());
  }

  @Test
  void typedDigitsShowTheChipAndTheNextScanTakesThem() {
    window.type("12");
    floor.nanos.addAndGet(200_000_000);
    window.await(() -> floor.receiving.multiplier().get() == 12);
    window.settle();
    Node chip = window.find("multiplier", Node.class);
    assertTrue(chip.isVisible());
    Headless.run(() -> floor.scan("4006381333931"));
    assertEquals(List.of("scanned 4006381333931 x12"), floor.asked.lines());
    window.settle();
    assertFalse(chip.isVisible());
  }

  @Test
  void escClearsTheChipAndLosesNothing() {
    window.type("12");
    floor.nanos.addAndGet(200_000_000);
    window.await(() -> floor.receiving.multiplier().get() == 12);
    window.press(KeyCode.ESCAPE);
    assertEquals(0, floor.receiving.multiplier().get());
    assertEquals(7, floor.receiving.lines().size());
    assertTrue(floor.receiving.feedback().get().isEmpty());
    assertTrue(floor.receiving.receipt().get().isPresent());
    assertEquals(List.of(), floor.asked.lines());
  }

  @Test
  void aRowOfTheQueueThatChangesKeepsTheFocus() {
    Headless.run(window.find("queue-q2", Node.class)::requestFocus);
    Headless.run(() -> floor.receiving.queue().setAll(Goods.queue()));
    window.settle();
    assertEquals("queue-q2", Headless.call(() -> window.scene().getFocusOwner().getId()));
  }

  @Test
  void oneTwoThreeAnswerTheDecisionCard() {
    Headless.run(() -> floor.receiving.decision().set(Optional.of(Goods.unknownBarcode())));
    window.settle();
    assertTrue(window.find("decision", Node.class).isVisible());
    window.type("2");
    floor.nanos.addAndGet(200_000_000);
    window.await(() -> floor.asked.lines().equals(List.of("decide blind")));
  }

  @Test
  void aScanThatBeginsWithTwoAnswersNoQuestion() {
    Headless.run(() -> floor.receiving.decision().set(Optional.of(Goods.unknownBarcode())));
    window.type("2000000000015\n");
    assertEquals(List.of("scanned 2000000000015"), floor.asked.lines());
  }

  @Test
  void functionKeysWorkWhateverHasTheFocus() {
    Headless.run(window.find("sync", Node.class)::requestFocus);
    window.press(KeyCode.F2);
    window.press(KeyCode.F8);
    window.press(KeyCode.DOWN);
    assertEquals(List.of("blind receipt", "undo"), floor.asked.lines());
    assertEquals(Optional.of("l4"), floor.receiving.selected().get());
  }

  @Test
  void ctrlAndANumberChangeTheSectionAndCtrlLLocks() {
    window.press(KeyCode.DIGIT2, "ctrl");
    assertEquals(Section.STOCK, floor.shell.section().get());
    window.press(KeyCode.DIGIT1, "ctrl");
    assertEquals(Section.RECEIVE, floor.shell.section().get());
    window.press(KeyCode.L, "ctrl");
    assertEquals(List.of("lock"), floor.asked.lines());
  }

  @Test
  void aScanOnTheAttentionScreenIsReceivingWork() {
    Headless.run(() -> floor.shell.section().set(Section.ATTENTION));
    Headless.run(() -> floor.scan("4006381333931"));
    assertEquals(List.of("scanned 4006381333931"), floor.asked.lines());
  }

  @Test
  void helpListsTheKeysAndAScanClosesIt() {
    window.press(KeyCode.F1);
    assertTrue(window.find("help", Node.class).isVisible());
    window.press(KeyCode.ESCAPE);
    assertFalse(window.find("help", Node.class).isVisible());
    window.press(KeyCode.F1);
    Headless.run(() -> floor.scan("PO-2044"));
    assertFalse(window.find("help", Node.class).isVisible());
    assertEquals(List.of("scanned PO-2044"), floor.asked.lines());
  }

  @Test
  void aBadgeScanThePinAndEnterSignIn() {
    Headless.run(() -> floor.shell.signedIn().set(false));
    window.type("B-0417\n");
    for (String digit : List.of("3", "1", "4", "1", "\n")) {
      floor.nanos.addAndGet(200_000_000);
      window.type(digit);
    }
    floor.nanos.addAndGet(200_000_000);
    window.await(() -> floor.asked.lines().equals(List.of("badge B-0417 3141")));
  }

  private TextField searchInFocus(String text) {
    Headless.run(() -> floor.shell.section().set(Section.STOCK));
    window.settle();
    TextField search = window.find("search", TextField.class);
    Headless.run(
        () -> {
          search.setText(text);
          search.requestFocus();
        });
    window.settle();
    return search;
  }
}
