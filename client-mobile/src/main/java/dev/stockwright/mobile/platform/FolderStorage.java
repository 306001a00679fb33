package dev.stockwright.mobile.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that somebody has named, on a JVM.
public record FolderStorage(Path folder) implements PrivateStorage {
  public FolderStorage {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }
}
