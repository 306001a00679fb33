package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import io.avaje.jsonb.Json;

/// Refusals that every document knows.
public sealed interface DocumentRefusal extends WorkRefusal {
  /// There is none with this number here.
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnknownDocument(DocumentKind document, Reference number) implements DocumentRefusal {
    @Override
    public String sentence() {
      return "No " + document.words() + " " + number + " here. Check its number.";
    }

    @Override
    public Sort sort() {
      return Sort.UNKNOWN;
    }
  }

  /// There is one with this number already, and it says something else.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DocumentExists(DocumentKind document, Reference number) implements DocumentRefusal {
    @Override
    public String sentence() {
      return "There is " + document.words() + " " + number + " already. Use another number.";
    }
  }

  /// It is too far, or not far enough, for this.
  ///
  /// @param given the state that it has
  /// @param expected the states in which this can be done, as a sentence names them
  @Json(naming = Json.Naming.LowerUnderscore)
  record WrongState(DocumentKind document, Reference number, String given, String expected)
      implements DocumentRefusal {
    @Override
    public String sentence() {
      return capital(document.words())
          + " "
          + number
          + " is "
          + given
          + "; this needs one that is "
          + expected
          + ".";
    }
  }

  /// What was scanned or said is not what belongs here.
  ///
  /// @param what such as `location`, `lot`, `product`
  @Json(naming = Json.Naming.LowerUnderscore)
  record Mismatch(String what, String expected, String given) implements DocumentRefusal {
    @Override
    public String sentence() {
      return "Wrong " + what + ": " + given + ". Expected " + expected + ".";
    }
  }

  /// A number is below or above what is possible here.
  ///
  /// @param what such as `quantity`
  /// @param expected the range in words, such as `0 to 6`
  @Json(naming = Json.Naming.LowerUnderscore)
  record OutOfRange(String what, String expected, String given) implements DocumentRefusal {
    @Override
    public String sentence() {
      return capital(what) + " " + given + " is not possible here. Expected " + expected + ".";
    }
  }

  /// Nobody decides about their own work.
  ///
  /// @param who whose work it is
  @Json(naming = Json.Naming.LowerUnderscore)
  record OtherPersonNeeded(String what, Operator who) implements DocumentRefusal {
    @Override
    public String sentence() {
      return "Another person than " + who + " must " + what + ". Ask a colleague.";
    }
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
