package dev.stockwright.desktop.work;

import dev.stockwright.client.card.Input;
import dev.stockwright.desktop.approval.ApprovalActions;
import dev.stockwright.vocabulary.Scan;
import java.util.OptionalLong;

/// What a person at the desk can ask for while working by cards. Called on the JavaFX thread; must
/// return at once and answer through the view model.
public interface WorkActions extends ApprovalActions {
  /// Something was scanned; `number` when one was typed before it, which it saves.
  void cardScanned(Scan scan, OptionalLong number);

  /// Something was pressed, chosen or typed.
  void given(Input input);

  /// A code was typed instead of scanned.
  void codeTyped(String code);
}
