package dev.stockwright.server.masterdata;

import static dev.stockwright.db.tables.Tables.KIT_COMPONENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Saves what a kit is made of, under the locks of all warehouses, so that no order is taken apart
/// by the old while it becomes the new. The version is that of its product.
final class KitDesk {
  private final Work work;

  KitDesk(Work work) {
    this.work = work;
  }

  private record Card(int id, long version) {}

  Decision save(CatalogCommand.SaveKit command) {
    Optional<Card> card = card(command.sku());
    if (card.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownProduct(command.sku()));
    }
    Map<String, Long> wanted = new TreeMap<>();
    command.components().forEach(part -> wanted.put(part.sku().code(), part.quantity().units()));
    Map<String, Long> now = components(card.get().id());
    Reference number = new Reference(command.sku().code());
    if (wanted.equals(now)) {
      return new Decision.Act(List.of());
    }
    Optional<Refusal> refusal =
        stale(command, card.get(), !now.isEmpty(), number)
            .or(() -> command.components().stream().flatMap(p -> wrong(p, command)).findFirst())
            .or(() -> wanted.isEmpty() ? Optional.empty() : noKit(card.get(), number));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    write(card.get(), command);
    return SheetDesk.tell(work, Sheet.PRODUCTS, number, "changed");
  }

  private Optional<Card> card(Sku sku) {
    return work.sql()
        .select(PRODUCT.ID, PRODUCT.VERSION)
        .from(PRODUCT)
        .where(PRODUCT.SKU.eq(sku.code()))
        .forNoKeyUpdate()
        .fetchOptional(row -> new Card(row.value1(), row.value2()));
  }

  private Map<String, Long> components(int kit) {
    Map<String, Long> found = new TreeMap<>();
    work.sql()
        .select(PRODUCT.SKU, KIT_COMPONENT.QUANTITY)
        .from(KIT_COMPONENT)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(KIT_COMPONENT.PRODUCT_ID))
        .where(KIT_COMPONENT.KIT_ID.eq(kit))
        .forEach(row -> found.put(row.value1(), row.value2()));
    return found;
  }

  private static Optional<Refusal> stale(
      CatalogCommand.SaveKit command, Card card, boolean kit, Reference number) {
    if (command.version().isEmpty()) {
      return kit
          ? Optional.of(new DocumentRefusal.DocumentExists(DocumentKind.PRODUCT, number))
          : Optional.empty();
    }
    return command.version().get() == card.version()
        ? Optional.empty()
        : Optional.of(
            new MasterRefusal.StaleVersion(
                DocumentKind.PRODUCT, number, card.version(), command.version().get()));
  }

  /// A kit in a kit would have to be taken apart again and again.
  private Stream<Refusal> wrong(CatalogCommand.Component part, CatalogCommand.SaveKit command) {
    Optional<Card> card = card(part.sku());
    if (card.isEmpty()) {
      return Stream.of(new Refusal.UnknownProduct(part.sku()));
    }
    boolean kit =
        part.sku().equals(command.sku()) || exists(KIT_COMPONENT.KIT_ID.eq(card.get().id()));
    return kit
        ? Stream.of(
            new DocumentRefusal.Mismatch(
                "component", "a product that is no kit", part.sku() + ", a kit"))
        : Stream.empty();
  }

  private Optional<Refusal> noKit(Card card, Reference number) {
    if (exists(KIT_COMPONENT.PRODUCT_ID.eq(card.id()))) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "kit", "a product that is no component", number + ", a component of a kit"));
    }
    long units =
        work.sql()
            .select(
                DSL.coalesce(
                        DSL.sum(STOCK_LEVEL.ON_HAND.plus(STOCK_LEVEL.IN_TRANSIT)), DSL.inline(0))
                    .cast(Long.class))
            .from(STOCK_LEVEL)
            .where(STOCK_LEVEL.PRODUCT_ID.eq(card.id()))
            .fetchSingle()
            .value1();
    return units == 0
        ? Optional.empty()
        : Optional.of(new MasterRefusal.NotEmpty(DocumentKind.PRODUCT, number, units));
  }

  private boolean exists(Condition which) {
    return work.sql().fetchExists(KIT_COMPONENT, which);
  }

  private void write(Card card, CatalogCommand.SaveKit command) {
    work.sql().deleteFrom(KIT_COMPONENT).where(KIT_COMPONENT.KIT_ID.eq(card.id())).execute();
    for (CatalogCommand.Component part : command.components()) {
      work.sql()
          .insertInto(KIT_COMPONENT)
          .set(KIT_COMPONENT.KIT_ID, card.id())
          .set(KIT_COMPONENT.PRODUCT_ID, card(part.sku()).orElseThrow().id())
          .set(KIT_COMPONENT.QUANTITY, part.quantity().units())
          .execute();
    }
    work.sql().execute("SELECT count_up_rules(array_agg(id)) FROM warehouse");
    work.sql()
        .update(PRODUCT)
        .set(PRODUCT.VERSION, PRODUCT.VERSION.plus(1))
        .where(PRODUCT.ID.eq(card.id()))
        .execute();
  }
}
