package dev.stockwright.server.desk;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An envelope whose sender is known, ready to be judged.
///
/// @param sequence the device's own number; 0 when it does not number
/// @param author who did it
/// @param asked the command, or the refusal that the border has already found
/// @param reach the warehouses that the author may change; absent: no limit, or checked before
/// @param fingerprint of the content: the same id with another one is refused
public record Submission(
    CommandId id,
    DeviceId device,
    long sequence,
    Operator author,
    Optional<Instant> occurredAt,
    Optional<String> scan,
    boolean insisted,
    Asked asked,
    Optional<Set<WarehouseCode>> reach,
    Fingerprint fingerprint) {
  /// Who asks when a job of the server does, and from where.
  public static final Operator ITSELF = new Operator("stockwright");

  public static final DeviceId SERVER = new DeviceId("server");

  /// What is asked of the desk.
  public sealed interface Asked {
    /// Judge this command.
    record Order(Command command) implements Asked {}

    /// Remember this refusal: a right that is missing, or a text that is no command. It uses up the
    /// device's number like any other answer.
    record Turned(Refusal refusal) implements Asked {}
  }

  /// A hash of what was asked; compared by value.
  public static final class Fingerprint {
    private final byte[] hash;

    public Fingerprint(byte[] hash) {
      this.hash = hash.clone();
    }

    public byte[] bytes() {
      return hash.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fingerprint that && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(hash);
    }
  }

  /// An envelope whose author may do what it asks.
  public static Submission of(Envelope envelope, Operator author) {
    return of(envelope, author, new Asked.Order(envelope.command()));
  }

  /// An envelope that is refused before the rules look at it.
  public static Submission turned(Envelope envelope, Operator author, Refusal refusal) {
    return of(envelope, author, new Asked.Turned(refusal));
  }

  /// Work that was refused and is recorded now, because a supervisor says that it happened.
  public static Submission again(
      CommandId id, DeviceId device, Operator author, Optional<Instant> at, Command command) {
    return of(
        new Envelope(
            id, device, 0, Optional.of(author), at, Optional.empty(), true, command),
        author);
  }

  /// Whether it is this command that has this fingerprint, insisted on or not.
  public static boolean isOf(
      Fingerprint kept, DeviceId device, long sequence, Operator author, Command command) {
    byte[] content = Wire.COMMAND.bytes(command);
    return Stream.of(true, false)
        .anyMatch(
            insisted ->
                kept.equals(fingerprint(device, sequence, author, insisted, content)));
  }

  /// A text that has an id but is no command.
  public static Submission unreadable(
      CommandId id, DeviceId device, long sequence, Operator author, String text, Refusal refusal) {
    return new Submission(
        id,
        device,
        sequence,
        author,
        Optional.empty(),
        Optional.empty(),
        false,
        new Asked.Turned(refusal),
        Optional.empty(),
        fingerprint(device, sequence, author, false, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The same, refused when it turns out to change another warehouse than these. For commands that
  /// do not name their warehouses, such as an undo.
  public Submission within(Set<WarehouseCode> warehouses) {
    return new Submission(
        id,
        device,
        sequence,
        author,
        occurredAt,
        scan,
        insisted,
        asked,
        Optional.of(Set.copyOf(warehouses)),
        fingerprint);
  }

  /// Whether a job of the server asks. It makes an id for that one time and never sends it again,
  /// so that what it asked for in vain need not be remembered: such rows would stay for ever,
  /// because nothing is removed from the commands.
  public boolean errand() {
    return sequence == 0 && device.equals(SERVER) && author.equals(ITSELF);
  }

  private static Submission of(Envelope envelope, Operator author, Asked asked) {
    return new Submission(
        envelope.id(),
        envelope.device(),
        envelope.sequence(),
        author,
        envelope.occurredAt(),
        envelope.scan(),
        envelope.insisted(),
        asked,
        Optional.empty(),
        fingerprint(
            envelope.device(),
            envelope.sequence(),
            author,
            envelope.insisted(),
            Wire.COMMAND.bytes(envelope.command())));
  }

  private static Fingerprint fingerprint(
      DeviceId device, long sequence, Operator author, boolean insisted, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String head = device + "\n" + sequence + "\n" + author + "\n" + insisted + "\n";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(Arrays.copyOf(digest.digest(content), 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
