package dev.stockwright.client.words;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Every phrase that the client can say: all constants of all enums that are one.
public final class AllPhrases {
  private static final List<Phrase> ALL = List.copyOf(found());

  private AllPhrases() {}

  /// In the order of their keys.
  public static List<Phrase> get() {
    return ALL;
  }

  private static List<Phrase> found() {
    List<Phrase> all = new ArrayList<>();
    for (JavaClass found : new ClassFileImporter().importPackages("dev.stockwright.client")) {
      if (found.isEnum() && found.isAssignableTo(Phrase.class)) {
        for (Object constant : Objects.requireNonNull(found.reflect().getEnumConstants())) {
          all.add((Phrase) constant);
        }
      }
    }
    all.sort(Comparator.comparing(Phrase::key));
    return all;
  }
}
