package dev.stockwright.server.replenishing;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICK_FACE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.picking.Spot;
import dev.stockwright.server.picking.SpotBook;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.tasks.TaskStack;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Opens the tasks that fill up the bins goods are picked from, for one command at work.
public final class Refill {
  private static final int URGENCY = 40;

  private final Work work;
  private final WarehouseCode warehouse;
  private final int site;

  public Refill(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.site = work.warehouseId(warehouse);
  }

  private record Face(
      LocationCode bin, Sku sku, int product, long minimum, long maximum, long coming) {}

  /// After so much was taken out of a bin, which the tables do not say yet.
  public List<Step> taken(Sku sku, LocationCode bin, long quantity) {
    int product = work.productId(sku).orElseThrow();
    List<Face> faces = faces(PICK_FACE.PRODUCT_ID.eq(product).and(LOCATION.CODE.eq(bin.code())));
    return fill(faces, quantity);
  }

  /// For every bin that needs it.
  List<Step> review() {
    return fill(faces(DSL.noCondition()), 0);
  }

  private List<Face> faces(Condition which) {
    var coming =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(TASK.QUANTITY), DSL.zero()))
                .from(TASK)
                .where(TASK.WAREHOUSE_ID.eq(PICK_FACE.WAREHOUSE_ID))
                .and(TASK.KIND.eq(TaskKind.REPLENISH.code()))
                .and(TASK.STATE.in("open", "leased"))
                .and(TASK.TO_PLACE.eq(LOCATION.CODE))
                .and(TASK.PRODUCT_ID.eq(PICK_FACE.PRODUCT_ID)));
    return work.sql()
        .select(LOCATION.CODE, PRODUCT.SKU, PICK_FACE.PRODUCT_ID, PICK_FACE.MINIMUM)
        .select(PICK_FACE.MAXIMUM, coming)
        .from(PICK_FACE)
        .join(LOCATION)
        .on(LOCATION.ID.eq(PICK_FACE.LOCATION_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PICK_FACE.PRODUCT_ID))
        .where(PICK_FACE.WAREHOUSE_ID.eq(site))
        .and(which)
        .orderBy(LOCATION.PICK_SEQUENCE, LOCATION.CODE, PRODUCT.SKU)
        .fetch(
            row ->
                new Face(
                    new LocationCode(row.get(LOCATION.CODE)),
                    new Sku(row.get(PRODUCT.SKU)),
                    row.get(PICK_FACE.PRODUCT_ID),
                    row.get(PICK_FACE.MINIMUM),
                    row.get(PICK_FACE.MAXIMUM),
                    row.get(coming).longValue()));
  }

  private List<Step> fill(List<Face> faces, long taken) {
    if (faces.isEmpty()) {
      return List.of();
    }
    LocalDate today = work.today(warehouse);
    work.learnProducts(faces.stream().map(Face::sku).toList());
    Map<Sku, List<Spot>> spots =
        new SpotBook(work.sql(), site)
            .spots(faces.stream().map(Face::product).distinct().toList(), false);
    List<NewTask> tasks = new ArrayList<>();
    for (Face face : faces) {
      List<Spot> all = spots.getOrDefault(face.sku(), List.of());
      List<Spot> here = all.stream().filter(s -> s.location().equals(face.bin())).toList();
      long wanted =
          new RefillRules.Face(
                  face.minimum(),
                  face.maximum(),
                  here.stream().mapToLong(Spot::onHand).sum() - taken,
                  here.stream().mapToLong(Spot::claimed).sum(),
                  face.coming())
              .wanted();
      List<Spot> reserve = all.stream().filter(s -> !s.location().equals(face.bin())).toList();
      RefillRules.bring(wanted, reserve, today).forEach(bring -> tasks.add(task(face, bring)));
    }
    return new TaskStack(work).open(warehouse, tasks).steps();
  }

  private NewTask task(Face face, RefillRules.Bring bring) {
    Spot from = bring.from();
    return NewTask.of(
            warehouse, TaskKind.REPLENISH, DocumentKind.PICK_FACE, new Reference(face.bin().code()))
        .at(from.location(), java.util.Optional.of(face.bin()))
        .of(face.sku(), bring.quantity(), from.key().lot(), from.key().handlingUnit())
        .ranked(0, URGENCY);
  }
}
