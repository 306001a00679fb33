package dev.stockwright.vocabulary;

import java.util.Optional;

/// What a gloved worker can say by scanning the command card instead of touching the screen.
///
/// A command is a Code 128 of [#code], such as `SW-CMD-UNDO`: capital letters and hyphens, which
/// every scanner and nearly every keyboard layout carries unharmed. No badge looks like it, because
/// badges have no hyphen behind the first.
public enum CommandBarcode {
  OK("Yes, go on"),
  BACK("One step back"),
  UNDO("Take back the last step"),
  QTY("Enter a quantity"),
  SHORT("There is less than asked"),
  SKIP("Leave this for later"),
  DONE("Finished here"),
  HELP("What can I do?");

  private static final String PREFIX = "SW-CMD-";

  private final String meaning;

  CommandBarcode(String meaning) {
    this.meaning = meaning;
  }

  /// What the barcode says.
  public String code() {
    return PREFIX + name();
  }

  /// What the card prints beside it.
  public String meaning() {
    return meaning;
  }

  /// The command of a plain code; empty when it is none.
  public static Optional<CommandBarcode> of(String code) {
    for (CommandBarcode command : values()) {
      if (command.code().equals(code)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
