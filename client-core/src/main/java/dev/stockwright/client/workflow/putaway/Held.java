package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.putaway.PutAwayState.Instead;
import dev.stockwright.client.workflow.putaway.PutAwayState.Load;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A load with its task as the books have it now.
record Held(Load load, PutAwayTask task) {

  /// Goods of one product and lot.
  record Part(Sku sku, Optional<LotCode> lot, long units) {}

  static Optional<PutAwayTask> task(Reference number, Scene scene) {
    return scene.books().putAways().stream()
        .filter(task -> task.number().equals(number))
        .findFirst();
  }

  /// What is in hand, in the order of the way; the one that a person has chosen comes first. What
  /// has no task any more has been put away by somebody.
  static List<Held> route(PutAwayState state, Scene scene) {
    List<PutAwayTask> tasks = scene.books().putAways();
    List<Held> route = new ArrayList<>();
    for (Load load : state.cart()) {
      tasks.stream()
          .filter(task -> task.number().equals(load.task()))
          .findFirst()
          .ifPresent(task -> route.add(new Held(load, task)));
    }
    route.sort(
        Comparator.comparing((Held held) -> !held.is(state.chosen()))
            .thenComparing(held -> held.target(scene).isEmpty())
            .thenComparingInt(held -> held.sequence(scene)));
    return route;
  }

  private boolean is(Optional<Reference> chosen) {
    return chosen.filter(load.task()::equals).isPresent();
  }

  private int sequence(Scene scene) {
    return target(scene)
        .flatMap(scene.books()::place)
        .map(Place::pickSequence)
        .orElse(Integer.MAX_VALUE);
  }

  /// Everything on a handling unit?
  boolean whole() {
    return task.sku().isEmpty() && task.unit().isPresent();
  }

  /// How many go into the next bin.
  long units() {
    return load.units().orElse(task.left());
  }

  boolean part() {
    return load.units().filter(some -> some < task.left()).isPresent();
  }

  /// As people call it.
  String name(Books books) {
    return name(task, books);
  }

  static String name(PutAwayTask task, Books books) {
    return task.sku()
        .map(sku -> books.product(sku).map(Product::name).orElse(sku.code()))
        .or(() -> task.unit().map(unit -> unit.code()))
        .orElse(task.number().code());
  }

  Optional<Product> product(Books books) {
    return task.sku().flatMap(books::product);
  }

  /// What is put, as far as it is known.
  List<Part> parts(Books books) {
    return parts(task, books);
  }

  static List<Part> parts(PutAwayTask task, Books books) {
    return task.sku()
        .map(sku -> List.of(new Part(sku, task.lot(), task.left())))
        .orElseGet(
            () ->
                task.unit().flatMap(books::unit).map(KnownUnit::contents).orElse(List.of()).stream()
                    .map(each -> new Part(each.product().sku(), each.lot(), each.units()))
                    .toList());
  }

  /// What of it may not be sold any more and is not kept from it yet.
  static List<Part> expired(PutAwayTask task, Scene scene) {
    if (task.condition() != Condition.AVAILABLE) {
      return List.of();
    }
    return parts(task, scene.books()).stream()
        .filter(part -> expiry(part, scene.books()).filter(scene.today()::isAfter).isPresent())
        .toList();
  }

  static Optional<LocalDate> expiry(Part part, Books books) {
    return books.of(part.sku()).stream()
        .filter(balance -> part.lot().isPresent() && balance.lot().equals(part.lot()))
        .flatMap(balance -> balance.expiry().stream())
        .findFirst();
  }

  /// Whether somebody else has taken the task.
  static boolean taken(PutAwayTask task, Scene scene) {
    return task.heldBy().isPresent() && !task.heldBy().equals(scene.person());
  }

  /// The bin to go to: the one that was chosen, the one that was named, or of the others the first
  /// that is not out of the question; absent: any that takes it.
  Optional<LocationCode> target(Scene scene) {
    if (load.instead().isPresent()) {
      return load.instead().flatMap(Instead::to);
    }
    return suggestions(scene).findFirst();
  }

  /// Another bin than this one.
  Optional<LocationCode> other(LocationCode than, Scene scene) {
    return suggestions(scene).filter(bin -> !bin.equals(than)).findFirst();
  }

  private Stream<LocationCode> suggestions(Scene scene) {
    return Stream.concat(
            task.to().stream(),
            task.others().stream()
                .filter(bin -> bin.fits() >= units())
                .map(PutAwayTask.OtherBin::location))
        .filter(bin -> usable(bin, scene));
  }

  private boolean usable(LocationCode bin, Scene scene) {
    return scene
        .books()
        .place(bin)
        .map(place -> Takes.obstacle(this, place, scene).isEmpty())
        .orElse(!load.avoided().contains(bin));
  }

  /// Whether it was meant for this bin, by the server or by a person.
  boolean meantFor(LocationCode bin) {
    return task.to().filter(bin::equals).isPresent()
        || load.instead().flatMap(Instead::to).filter(bin::equals).isPresent();
  }

  /// Whether no bin is named.
  boolean free() {
    return load.instead().map(other -> other.to().isEmpty()).orElse(task.to().isEmpty());
  }
}
