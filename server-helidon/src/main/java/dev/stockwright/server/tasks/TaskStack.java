package dev.stockwright.server.tasks;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Record3;

/// Puts many tasks of one warehouse into the queue at once.
public final class TaskStack {
  private final Work work;

  public TaskStack(Work work) {
    this.work = work;
  }

  /// What was opened.
  ///
  /// @param numbers in the order of the tasks
  public record Opened(List<Reference> numbers, List<Step> steps) {}

  /// Opens them all.
  public Opened open(WarehouseCode warehouse, List<NewTask> tasks) {
    if (tasks.isEmpty()) {
      return new Opened(List.of(), List.of());
    }
    int site = work.warehouseId(warehouse);
    Map<String, Record3<String, String, Integer>> places = places(site, tasks);
    List<Long> ids =
        work.sql()
            .fetch("SELECT nextval('task_id_seq') FROM generate_series(1, ?)", tasks.size())
            .getValues(0, Long.class);
    List<Reference> numbers = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    var rows = new ArrayList<org.jooq.Query>();
    for (int i = 0; i < tasks.size(); i++) {
      NewTask task = tasks.get(i);
      Reference number = new Reference("T-" + ids.get(i));
      numbers.add(number);
      rows.add(insert(site, ids.get(i), number, task, places));
      steps.add(Work.note(warehouse, DocumentKind.TASK, number, Task.State.OPEN.code()));
    }
    work.sql().batch(rows).execute();
    return new Opened(numbers, steps);
  }

  private Map<String, Record3<String, String, Integer>> places(int site, List<NewTask> tasks) {
    Set<String> codes = new TreeSet<>();
    tasks.forEach(task -> task.place().map(LocationCode::code).ifPresent(codes::add));
    Map<String, Record3<String, String, Integer>> places = new HashMap<>();
    work.sql()
        .select(LOCATION.CODE, LOCATION.ZONE, LOCATION.PICK_SEQUENCE)
        .from(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(site))
        .and(LOCATION.CODE.eq(org.jooq.impl.DSL.any(codes.toArray(String[]::new))))
        .forEach(row -> places.put(row.value1(), row));
    return places;
  }

  private org.jooq.Query insert(
      int site,
      long id,
      Reference number,
      NewTask task,
      Map<String, Record3<String, String, Integer>> places) {
    var place = task.place().map(code -> places.get(code.code()));
    return work.sql()
        .insertInto(TASK)
        .set(TASK.ID, id)
        .set(TASK.WAREHOUSE_ID, site)
        .set(TASK.NUMBER, number.code())
        .set(TASK.KIND, task.kind().code())
        .set(TASK.PRIORITY, (short) task.priority())
        .set(TASK.ZONE, place.map(Record3::value2).orElse(""))
        .set(TASK.PLACE, task.place().map(LocationCode::code).orElse(""))
        .set(TASK.TO_PLACE, task.to().map(LocationCode::code).orElse(""))
        .set(TASK.SEQUENCE, place.map(Record3::value3).orElse(0))
        .set(TASK.DOCUMENT, task.document().code())
        .set(TASK.REFERENCE, task.reference().code())
        .set(TASK.LINE, task.line())
        .set(
            TASK.PRODUCT_ID,
            task.sku().map(sku -> (Integer) work.productId(sku).orElseThrow()).orElse(null))
        .set(TASK.QUANTITY, task.quantity())
        .set(TASK.LOT, task.lot())
        .set(TASK.HANDLING_UNIT, task.handlingUnit())
        .set(TASK.NOT_FOR, task.notFor().map(Operator::code).orElse(""))
        .set(TASK.ONLY_FOR, task.onlyFor().map(Operator::code).orElse(""))
        .set(TASK.DUE_AT, task.dueAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .set(TASK.MADE_AT, work.at());
  }
}
