package dev.stockwright.server.notify;

import dev.stockwright.protocol.Wire;
import io.avaje.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts messages: to a chat as `{"text": ...}` (Slack's incoming webhooks and all that take the
/// same), to a program with a signature by Standard Webhooks 1.0. No redirect is followed.
final class HttpCourier implements Courier, AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final int SHOWN_MAX = 200;
  private static final String ENCODED = "whsec_";

  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HttpCourier(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Delivered deliver(Channel channel, Letter letter) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address(channel.address()))
              .timeout(WAIT)
              .header("Content-Type", "application/json")
              .header("User-Agent", "Stockwright");
      if (channel.medium() == Channel.Medium.SLACK) {
        request.POST(HttpRequest.BodyPublishers.ofString(chat(letter)));
      } else {
        long seconds = clock.instant().getEpochSecond();
        request
            .header("webhook-id", letter.id().toString())
            .header("webhook-timestamp", Long.toString(seconds))
            .header(
                "webhook-signature",
                signature(channel.secret(), letter.id().toString(), seconds, letter.content()))
            .POST(HttpRequest.BodyPublishers.ofString(letter.content()));
      }
      return ending(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Delivered.Never("The address is no http address: " + e.getMessage());
    } catch (IOException e) {
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Delivered.later("Cannot be reached: " + what);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Delivered.later("The server stopped.");
    }
  }

  /// An address that a message can be posted to.
  static URI address(String text) throws URISyntaxException {
    URI address = new URI(text.strip());
    String scheme = address.getScheme();
    if (!("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
        || address.getHost() == null
        || address.getUserInfo() != null) {
      throw new URISyntaxException(text, "not http(s)://host/...");
    }
    return address;
  }

  private static Delivered ending(HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    String said;
    try (InputStream body = response.body()) {
      said = new String(body.readNBytes(SHOWN_MAX), StandardCharsets.UTF_8);
    }
    String why = "Answered " + status + (said.isBlank() ? "" : ": " + said.strip());
    if (status / 100 == 2) {
      return new Delivered.Sent();
    }
    return status / 100 == 5 || status == 408 || status == 425 || status == 429
        ? new Delivered.Later(why, pause(response))
        : new Delivered.Never(why);
  }

  /// `Retry-After` in seconds; as a date it is not looked at.
  private static Optional<Duration> pause(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  /// Slack's mark-up knows three characters that must be written otherwise.
  private static String chat(Letter letter) {
    String text =
        ("*" + letter.subject() + "*\n" + letter.body())
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonWriter writer = Wire.jsonb().writer(out)) {
      writer.beginObject();
      writer.name("text");
      writer.value(text);
      writer.endObject();
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// The header `webhook-signature`: HMAC-SHA-256 over id, time and content with a dot between. A
  /// secret `whsec_...` is the Base64 of the key, any other is the key itself.
  static String signature(String secret, String id, long seconds, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      byte[] signed =
          mac.doFinal((id + "." + seconds + "." + content).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static byte[] key(String secret) {
    return secret.startsWith(ENCODED)
        ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }

  /// Can nothing be signed with it?
  static boolean unfit(String secret) {
    try {
      return key(secret).length == 0;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
