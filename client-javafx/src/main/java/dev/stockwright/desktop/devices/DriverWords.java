package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.LinePhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.PrinterPhrase;
import dev.stockwright.client.words.ReadPhrase;
import dev.stockwright.client.words.ReaderPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.WizardPhrase;
import dev.stockwright.client.words.Wording;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Reason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.reasons.WizardReason;
import java.util.stream.Collectors;

/// What the driver of a device says, in the language of who works here. A driver gives a reason and
/// what it is about; a reason without a phrase does not compile.
public final class DriverWords {
  private DriverWords() {}

  /// All that was told, sentence after sentence.
  public static String say(Told told, Wording wording) {
    return told.parts().stream()
        .map(part -> wording.say(text(part)))
        .collect(Collectors.joining(" "));
  }

  private static Text text(Told.Part part) {
    return Text.of(phrase(part.reason()), part.values().stream().map(DriverWords::value).toArray());
  }

  private static Object value(Told.Value value) {
    return switch (value) {
      case Told.Plain plain -> plain.text();
      case Told.Count count -> count.of();
      case Told.Named named -> Text.of(phrase(named.reason()));
    };
  }

  private static Phrase phrase(Reason reason) {
    return switch (reason) {
      case LineReason line -> of(line);
      case ReadReason read -> of(read);
      case ReaderReason reader -> of(reader);
      case PrinterReason printer -> of(printer);
      case WizardReason wizard -> of(wizard);
    };
  }

  private static Phrase of(LineReason reason) {
    return switch (reason) {
      case AS_IS -> CommonPhrase.AS_IS;
      case NOT_STARTED -> LinePhrase.NOT_STARTED;
      case CLOSED -> LinePhrase.CLOSED;
      case OPENING -> LinePhrase.OPENING;
      case READY_AT -> LinePhrase.READY_AT;
      case STOPPED -> LinePhrase.STOPPED;
      case PORT_FAILED -> LinePhrase.PORT_FAILED;
      case NOT_READABLE -> LinePhrase.NOT_READABLE;
      case NO_SCANNER -> LinePhrase.NO_SCANNER;
      case UNPLUGGED -> LinePhrase.UNPLUGGED;
      case NOT_TAKING -> LinePhrase.NOT_TAKING;
      case NOT_ALLOWED -> LinePhrase.NOT_ALLOWED;
      case NOT_OPENED -> LinePhrase.NOT_OPENED;
      case IN_USE -> LinePhrase.IN_USE;
      case NO_SERIAL_PORTS -> LinePhrase.NO_SERIAL_PORTS;
      case NO_MACHINE -> LinePhrase.NO_MACHINE;
      case NOBODY_ANSWERS -> LinePhrase.NOBODY_ANSWERS;
      case TAKES_NO_MORE -> LinePhrase.TAKES_NO_MORE;
      case BROKE -> LinePhrase.BROKE;
      case SIMULATED_UNPLUGGED -> LinePhrase.SIMULATED_UNPLUGGED;
      case SIMULATED_READY -> LinePhrase.SIMULATED_READY;
      case SIMULATED_CLOSED -> LinePhrase.SIMULATED_CLOSED;
      case TYPES_HERE -> LinePhrase.TYPES_HERE;
      case TYPES_UNREADABLE -> LinePhrase.TYPES_UNREADABLE;
      case NONE_TYPED -> LinePhrase.NONE_TYPED;
    };
  }

  private static Phrase of(ReadReason reason) {
    return switch (reason) {
      case NOISE -> ReadPhrase.NOISE;
      case TOO_LONG -> ReadPhrase.TOO_LONG;
      case UNFINISHED -> ReadPhrase.UNFINISHED;
      case UNWRAPPED -> ReadPhrase.UNWRAPPED;
      case TOO_FAST -> ReadPhrase.TOO_FAST;
      case END_NOT_TYPED -> ReadPhrase.END_NOT_TYPED;
      case TYPED_TOO_LONG -> ReadPhrase.TYPED_TOO_LONG;
      case PAUSED_INSIDE -> ReadPhrase.PAUSED_INSIDE;
      case RIGHT -> ReadPhrase.RIGHT;
      case CAPS_LOCK -> ReadPhrase.CAPS_LOCK;
      case ONE_CASE -> ReadPhrase.ONE_CASE;
      case KEYBOARDS_DIFFER -> ReadPhrase.KEYBOARDS_DIFFER;
      case CAPS_LOCK_TOO -> ReadPhrase.CAPS_LOCK_TOO;
      case SEPARATOR_LOST -> ReadPhrase.SEPARATOR_LOST;
      case SEPARATOR_REPLACED -> ReadPhrase.SEPARATOR_REPLACED;
      case END_MISSING -> ReadPhrase.END_MISSING;
      case CHARACTER_DIFFERS -> ReadPhrase.CHARACTER_DIFFERS;
      case SEPARATORS_GONE -> ReadPhrase.SEPARATORS_GONE;
      case SEPARATOR_SUSPECT -> ReadPhrase.SEPARATOR_SUSPECT;
      case SEND_GS -> ReadPhrase.SEND_GS;
      case US -> ReadPhrase.US;
      case UK -> ReadPhrase.UK;
      case FRENCH -> ReadPhrase.FRENCH;
      case GERMAN -> ReadPhrase.GERMAN;
      case SPANISH -> ReadPhrase.SPANISH;
      case ITALIAN -> ReadPhrase.ITALIAN;
      case NORDIC -> ReadPhrase.NORDIC;
    };
  }

  private static Phrase of(ReaderReason reason) {
    return switch (reason) {
      case CONNECTING -> ReaderPhrase.CONNECTING;
      case READING -> ReaderPhrase.READING;
      case READING_ONE -> ReaderPhrase.READING_ONE;
      case READING_UNKNOWN -> ReaderPhrase.READING_UNKNOWN;
      case FAILED -> ReaderPhrase.FAILED;
      case NO_SUCH_NAME -> ReaderPhrase.NO_SUCH_NAME;
      case NOTHING_ANSWERS -> ReaderPhrase.NOTHING_ANSWERS;
      case CONNECTION_REFUSED -> ReaderPhrase.CONNECTION_REFUSED;
      case NOT_SECURE -> ReaderPhrase.NOT_SECURE;
      case NETWORK_FAILED -> ReaderPhrase.NETWORK_FAILED;
      case BAD_ANSWER -> ReaderPhrase.BAD_ANSWER;
      case BAD_EVENT -> ReaderPhrase.BAD_EVENT;
      case BAD_REPORT -> ReaderPhrase.BAD_REPORT;
      case NO_LLRP -> ReaderPhrase.NO_LLRP;
      case SILENT -> ReaderPhrase.SILENT;
      case HUNG_UP -> ReaderPhrase.HUNG_UP;
      case CLOSING -> ReaderPhrase.CLOSING;
      case BROKE -> ReaderPhrase.BROKE;
      case DUMB -> ReaderPhrase.DUMB;
      case NO_READER -> ReaderPhrase.NO_READER;
      case BUSY -> ReaderPhrase.BUSY;
      case LETS_NOBODY_IN -> ReaderPhrase.LETS_NOBODY_IN;
      case NOT_IDENTIFIED -> ReaderPhrase.NOT_IDENTIFIED;
      case NO_EVENTS -> ReaderPhrase.NO_EVENTS;
      case SETTINGS_REFUSED -> ReaderPhrase.SETTINGS_REFUSED;
      case READING_REFUSED -> ReaderPhrase.READING_REFUSED;
      case UPDATE_IT -> ReaderPhrase.UPDATE_IT;
      case RESTART_IT -> ReaderPhrase.RESTART_IT;
      case CHECK_SETTINGS -> ReaderPhrase.CHECK_SETTINGS;
      case CHECK_AND_RESTART -> ReaderPhrase.CHECK_AND_RESTART;
      case NOT_ANSWERED -> ReaderPhrase.NOT_ANSWERED;
      case ANTENNA_OFF -> ReaderPhrase.ANTENNA_OFF;
      case TROUBLE -> ReaderPhrase.TROUBLE;
      case READS_DROPPED -> ReaderPhrase.READS_DROPPED;
      case ANTENNA_MISSING -> ReaderPhrase.ANTENNA_MISSING;
      case POWER_NOT_SET -> ReaderPhrase.POWER_NOT_SET;
      case LEAST_POWER -> ReaderPhrase.LEAST_POWER;
    };
  }

  private static Phrase of(PrinterReason reason) {
    return switch (reason) {
      case NOTHING_PRINTED -> PrinterPhrase.NOTHING_PRINTED;
      case SIMULATED -> PrinterPhrase.SIMULATED;
      case LABELS_WAIT -> DockPhrase.LABELS_WAIT;
      case HEAD_OPEN -> PrinterPhrase.HEAD_OPEN;
      case NO_LABELS -> PrinterPhrase.NO_LABELS;
      case NO_RIBBON -> PrinterPhrase.NO_RIBBON;
      case TOO_HOT -> PrinterPhrase.TOO_HOT;
      case PAUSED -> PrinterPhrase.PAUSED;
      case MEMORY_FULL -> PrinterPhrase.MEMORY_FULL;
      case REACHABLE -> PrinterPhrase.REACHABLE;
      case DOES_NOT_ANSWER -> PrinterPhrase.DOES_NOT_ANSWER;
      case READY -> PrinterPhrase.READY;
      case FAILED -> PrinterPhrase.FAILED;
      case WAITED_TOO_LONG -> PrinterPhrase.WAITED_TOO_LONG;
      case GOING -> PrinterPhrase.GOING;
      case SENT -> PrinterPhrase.SENT;
      case SENT_ONLY -> PrinterPhrase.SENT_ONLY;
      case SENT_TO_BUSY -> PrinterPhrase.SENT_TO_BUSY;
      case MAYBE -> PrinterPhrase.MAYBE;
      case THEN_SAY -> PrinterPhrase.THEN_SAY;
      case MAYBE_AT_THE_END -> PrinterPhrase.MAYBE_AT_THE_END;
      case IN_THE_PRINTER -> PrinterPhrase.IN_THE_PRINTER;
      case PRINTED -> PrinterPhrase.PRINTED;
      case WAITS -> PrinterPhrase.WAITS;
      case CANCELLED -> PrinterPhrase.CANCELLED;
      case SEEN_BY -> PrinterPhrase.SEEN_BY;
      case MOVED_FROM -> PrinterPhrase.MOVED_FROM;
      case NOTHING_TO_REPEAT -> PrinterPhrase.NOTHING_TO_REPEAT;
      case REPRINT_INSTEAD -> PrinterPhrase.REPRINT_INSTEAD;
      case CANCEL_THERE -> PrinterPhrase.CANCEL_THERE;
      case NOT_SENT -> PrinterPhrase.NOT_SENT;
      case LOOK_THERE -> PrinterPhrase.LOOK_THERE;
      case CHANGED -> PrinterPhrase.CHANGED;
      case NO_JOB -> PrinterPhrase.NO_JOB;
      case NO_PRINTER -> PrinterPhrase.NO_PRINTER;
      case QUEUE_FULL -> PrinterPhrase.QUEUE_FULL;
      case NOT_KEPT -> PrinterPhrase.NOT_KEPT;
      case WRONG_COPIES -> PrinterPhrase.WRONG_COPIES;
      case NOT_GS1 -> PrinterPhrase.NOT_GS1;
      case CODE_LENGTH -> PrinterPhrase.CODE_LENGTH;
      case CODE_SIGNS -> PrinterPhrase.CODE_SIGNS;
      case WRONG_YEAR -> PrinterPhrase.WRONG_YEAR;
      case TEXT_TOO_SMALL -> PrinterPhrase.TEXT_TOO_SMALL;
      case NO_ROOM_BARCODE -> PrinterPhrase.NO_ROOM_BARCODE;
      case NO_ROOM_MATRIX -> PrinterPhrase.NO_ROOM_MATRIX;
      case NO_TEMPLATE -> PrinterPhrase.NO_TEMPLATE;
      case TEMPLATE_UNREADABLE -> PrinterPhrase.TEMPLATE_UNREADABLE;
      case TEMPLATE_WRONG -> PrinterPhrase.TEMPLATE_WRONG;
      case TEMPLATE_NAME -> PrinterPhrase.TEMPLATE_NAME;
    };
  }

  private static Phrase of(WizardReason reason) {
    return switch (reason) {
      case ASK_LAYOUT -> WizardPhrase.ASK_LAYOUT;
      case ASK_GS1 -> WizardPhrase.ASK_GS1;
      case ASK_EAN -> WizardPhrase.ASK_EAN;
      case ASK_LINES -> WizardPhrase.ASK_LINES;
      case NOTHING_READ -> WizardPhrase.NOTHING_READ;
      case ALL_DONE -> WizardPhrase.ALL_DONE;
      case CODE_READ -> WizardPhrase.CODE_READ;
      case CODE_AGAIN -> WizardPhrase.CODE_AGAIN;
      case NO_TEST_CODE -> WizardPhrase.NO_TEST_CODE;
      case UNREADABLE -> WizardPhrase.UNREADABLE;
      case CASE_SWAPPED -> WizardPhrase.CASE_SWAPPED;
      case CASE_UPPER -> WizardPhrase.CASE_UPPER;
      case CASE_LOWER -> WizardPhrase.CASE_LOWER;
      case CASE_REMEDY -> WizardPhrase.CASE_REMEDY;
      case AMERICAN_KEYBOARD -> WizardPhrase.AMERICAN_KEYBOARD;
      case CHARACTERS -> WizardPhrase.CHARACTERS;
      case BITS -> WizardPhrase.BITS;
      case SEVEN_BITS -> WizardPhrase.SEVEN_BITS;
      case ENDING_VARIES -> WizardPhrase.ENDING_VARIES;
      case NO_ENDING -> WizardPhrase.NO_ENDING;
      case ENDING -> WizardPhrase.ENDING;
      case ENDING_STX -> WizardPhrase.ENDING_STX;
      case LINE_BREAKS_CUT -> WizardPhrase.LINE_BREAKS_CUT;
      case CODE_ID -> WizardPhrase.CODE_ID;
      case SUFFIX_VARIES -> WizardPhrase.SUFFIX_VARIES;
      case PREFIX -> WizardPhrase.PREFIX;
      case SUFFIX -> WizardPhrase.SUFFIX;
      case WRAPPING_TOO_LONG -> WizardPhrase.WRAPPING_TOO_LONG;
      case AIM_ON -> WizardPhrase.AIM_ON;
      case AIM_VARIES -> WizardPhrase.AIM_VARIES;
      case AIM_OFF -> WizardPhrase.AIM_OFF;
      case NOT_GS1 -> WizardPhrase.NOT_GS1;
      case GS_KEPT -> WizardPhrase.GS_KEPT;
      case GS_DROPPED -> WizardPhrase.GS_DROPPED;
      case GS_UNSAFE -> WizardPhrase.GS_UNSAFE;
      case GS_REPLACED -> WizardPhrase.GS_REPLACED;
      case CHECK_DIGIT_MISSING -> WizardPhrase.CHECK_DIGIT_MISSING;
      case LINE_BREAKS_CHANGED -> WizardPhrase.LINE_BREAKS_CHANGED;
      case LONG_CODE_CUT -> WizardPhrase.LONG_CODE_CUT;
      case SPEED -> WizardPhrase.SPEED;
    };
  }
}
