package dev.stockwright.server.http;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.protocol.WorkRefusal;
import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// An error as the sender sees it (RFC 9457): a status, a stable code for programs and a sentence
/// for people that says what to do. Never holds text of our insides.
///
/// @param fields more JSON members, written out, without braces; empty for none
/// @param retryAfter when it makes sense to send again
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    String fields,
    Optional<Duration> retryAfter) {

  static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, "", Optional.empty());
  }

  static Problem retry(int status, String code, String title, String detail, Duration after) {
    return new Problem(status, code, title, detail, "", Optional.of(after));
  }

  static Problem badRequest(String code, String detail) {
    return of(400, code, "The request cannot be read", detail);
  }

  static Problem of(InvalidValue invalid) {
    return badRequest(invalid.code(), sentence(String.valueOf(invalid.getMessage())));
  }

  /// The refusal of a command or of a question.
  static Problem of(Refusal refusal) {
    if (refusal instanceof Refusal.Malformed malformed) {
      return badRequest(malformed.field(), Sentences.of(refusal));
    }
    String json = Wire.jsonb().type(Refusal.class).toJson(refusal);
    String inside = json.substring(1, json.length() - 1);
    int comma = inside.indexOf(',');
    String code = inside.substring("\"code\":\"".length(), inside.indexOf('"', 8));
    return new Problem(
        status(refusal),
        code,
        title(refusal),
        Sentences.of(refusal),
        comma < 0 ? "" : inside.substring(comma + 1),
        Optional.empty());
  }

  /// Nothing was judged; the same may be sent again.
  static Problem of(Answer.Deferred deferred) {
    return retry(
        503,
        deferred.code(),
        "Not judged yet",
        deferred.message(),
        Duration.ofMillis(deferred.retryAfterMs()));
  }

  /// What was asked for is not there.
  static RequestRefused unknown(String what, String number) {
    return new RequestRefused(
        of(
            404,
            "unknown_document",
            "Not known",
            "No " + what + " " + number + " here. Check its number."));
  }

  static Problem unavailable() {
    return retry(
        503,
        "unavailable",
        "Not available now",
        "The stock cannot be reached at the moment. Send the same again in a moment.",
        Duration.ofSeconds(1));
  }

  private static int status(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Malformed _ -> 400;
      case Refusal.DifferentContent _ -> 422;
      case Refusal.NotAllowed _ -> 403;
      case Refusal.UnknownWarehouse _,
          Refusal.UnknownProduct _,
          Refusal.UnknownLocation _,
          Refusal.UnknownOrder _,
          Refusal.UnknownReservation _ ->
          404;
      case Refusal.SequenceUsed _,
          Refusal.SamePlace _,
          Refusal.SerialNotSingle _,
          Refusal.SerialAlreadyHere _,
          Refusal.NotOnOrder _,
          Refusal.OverReceipt _,
          Refusal.InsufficientStock _,
          Refusal.OrderAlreadyReserved _,
          Refusal.ReservationEnded _,
          Refusal.NothingToUndo _,
          Refusal.AlreadyUndone _ ->
          409;
      case WorkRefusal r -> r.sort() == WorkRefusal.Sort.UNKNOWN ? 404 : 409;
    };
  }

  private static String title(Refusal refusal) {
    return switch (status(refusal)) {
      case 403 -> "Not allowed";
      case 404 -> "Not known";
      case 422 -> "The key was used before";
      default -> "Refused";
    };
  }

  private static String sentence(String text) {
    String capital =
        text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  /// As `application/problem+json`.
  byte[] json(String instance) {
    byte[] own = Json.bytes(writer -> write(writer, instance));
    if (fields.isEmpty()) {
      return own;
    }
    String open = new String(own, 0, own.length - 1, StandardCharsets.UTF_8);
    return (open + "," + fields + "}").getBytes(StandardCharsets.UTF_8);
  }

  private void write(JsonWriter writer, String instance) {
    writer.beginObject();
    Json.field(writer, "type", "urn:stockwright:problem:" + code);
    Json.field(writer, "title", title);
    Json.field(writer, "status", status);
    Json.field(writer, "code", code);
    Json.field(writer, "detail", detail);
    Json.field(writer, "instance", "urn:stockwright:request:" + instance);
    writer.endObject();
  }
}
