package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.Command;
import java.util.ArrayList;
import java.util.List;

/// Every kind of command that the protocol permits.
public final class Kinds {
  private Kinds() {}

  /// Found in the sealed types themselves, so that a new one is among them.
  public static List<Class<? extends Command>> all() {
    List<Class<? extends Command>> found = new ArrayList<>();
    collect(Command.class, found);
    return List.copyOf(found);
  }

  private static void collect(Class<?> type, List<Class<? extends Command>> found) {
    if (type.isRecord()) {
      found.add(type.asSubclass(Command.class));
    } else {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collect(permitted, found);
      }
    }
  }
}
