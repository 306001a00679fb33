package dev.stockwright.desktop.approval;

import dev.stockwright.client.words.AllowPhrase;
import dev.stockwright.desktop.Screen.Shortcut;
import java.util.List;
import javafx.scene.input.KeyCode;

/// The keys of a question to a supervisor.
public final class ApprovalKeys {
  private ApprovalKeys() {}

  /// False when nobody is asked, or the key is of no use to the question.
  public static boolean pressed(ApprovalViewModel model, KeyCode code) {
    return switch (code) {
      case ENTER -> model.enter();
      case ESCAPE -> model.back();
      case BACK_SPACE -> model.erase();
      // A number for the next goods is not asked now.
      case F4 -> model.open();
      default -> false;
    };
  }

  /// The keys while somebody is asked.
  public static List<Shortcut> shortcuts(ApprovalViewModel model) {
    return model.open()
        ? List.of(
            new Shortcut("Enter", model.words().say(AllowPhrase.KEY_ENTER)),
            new Shortcut("Esc", model.words().say(AllowPhrase.KEY_BACK)))
        : List.of();
  }
}
