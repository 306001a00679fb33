package dev.stockwright.devices.tryout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Lines that a person types, read on a thread of its own. At most 100 wait; more are dropped. The
/// end of the input, as of a program that is started without a terminal, says nothing.
final class Keyboard {
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(100);

  private Keyboard() {}

  static Keyboard of(InputStream input) {
    Keyboard keyboard = new Keyboard();
    BufferedReader in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().name("keyboard").start(() -> keyboard.read(in));
    return keyboard;
  }

  private void read(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean kept = lines.offer(line.strip());
        if (!kept) {
          lines.clear();
        }
      }
    } catch (IOException e) {
      lines.clear(); // A terminal that is gone is like one where nobody types.
    }
  }

  /// What was typed since it was asked last.
  Optional<String> line() {
    return Optional.ofNullable(lines.poll());
  }
}
