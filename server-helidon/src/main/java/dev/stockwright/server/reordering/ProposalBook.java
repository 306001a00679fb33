package dev.stockwright.server.reordering;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PROPOSAL;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.REORDER_LINE;
import static dev.stockwright.db.tables.Tables.REORDER_RUN;
import static dev.stockwright.db.tables.Tables.SUPPLIER;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;

/// The proposals of a warehouse, for one command at work. Every change gives the step that tells
/// everybody of it.
final class ProposalBook {
  private static final long OVER_PERCENT = 5;

  private final Work work;
  private final WarehouseCode warehouse;

  ProposalBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  List<Proposal> find(Collection<Reference> numbers) {
    return fetch(PROPOSAL.NUMBER.in(numbers.stream().map(Reference::code).toList()));
  }

  Optional<Proposal> open(Sku sku) {
    return fetch(PROPOSAL.STATE.eq(Proposal.OPEN).and(PRODUCT.SKU.eq(sku.code()))).stream()
        .findFirst();
  }

  /// What a review did, to be filled in when it is through.
  long startRun() {
    return work.sql()
        .insertInto(REORDER_RUN)
        .set(REORDER_RUN.WAREHOUSE_ID, work.warehouseId(warehouse))
        .set(REORDER_RUN.AT, work.at())
        .set(REORDER_RUN.AUTHOR, work.author().code())
        .set(REORDER_RUN.COMMAND_ID, work.by().id().uuid())
        .set(REORDER_RUN.LOOKED, 0)
        .set(REORDER_RUN.PROPOSED, 0)
        .set(REORDER_RUN.CHANGED, 0)
        .set(REORDER_RUN.WITHDRAWN, 0)
        .returningResult(REORDER_RUN.ID)
        .fetchSingle()
        .value1();
  }

  void endRun(long run, int looked, int proposed, int changed, int withdrawn) {
    work.sql()
        .update(REORDER_RUN)
        .set(REORDER_RUN.LOOKED, looked)
        .set(REORDER_RUN.PROPOSED, proposed)
        .set(REORDER_RUN.CHANGED, changed)
        .set(REORDER_RUN.WITHDRAWN, withdrawn)
        .where(REORDER_RUN.ID.eq(run))
        .execute();
  }

  /// Keeps how it was calculated.
  void keep(long run, Calculation each, ReorderRules.Outcome outcome) {
    work.sql()
        .insertInto(REORDER_LINE)
        .set(REORDER_LINE.RUN_ID, run)
        .set(REORDER_LINE.PRODUCT_ID, each.productId())
        .set(REORDER_LINE.USABLE, each.figures().usable())
        .set(REORDER_LINE.ON_ORDER, each.figures().onOrder())
        .set(REORDER_LINE.IN_TRANSIT, each.figures().inTransit())
        .set(REORDER_LINE.COMMITTED, each.figures().committed())
        .set(REORDER_LINE.POSITION, each.figures().position())
        .set(REORDER_LINE.POINT, each.terms().point())
        .set(REORDER_LINE.QUANTITY, each.quantity())
        .set(REORDER_LINE.DECISION, outcome.name().toLowerCase(Locale.ROOT))
        .set(REORDER_LINE.SENTENCE, each.sentence())
        .execute();
  }

  Step propose(long run, Calculation each) {
    long id = work.sql().fetchSingle("SELECT nextval('proposal_id_seq')").get(0, Long.class);
    Reference number = new Reference("RP-" + id);
    work.sql()
        .insertInto(PROPOSAL)
        .set(PROPOSAL.ID, id)
        .set(PROPOSAL.NUMBER, number.code())
        .set(PROPOSAL.WAREHOUSE_ID, work.warehouseId(warehouse))
        .set(PROPOSAL.PRODUCT_ID, each.productId())
        .set(PROPOSAL.SUPPLIER_ID, each.supplier().id())
        .set(PROPOSAL.QUANTITY, each.quantity())
        .set(PROPOSAL.PROPOSED, each.quantity())
        .set(PROPOSAL.POSITION, each.figures().position())
        .set(PROPOSAL.LEAD_DAYS, each.supplier().leadDays())
        .set(PROPOSAL.RUN_ID, run)
        .set(PROPOSAL.MADE_AT, work.at())
        .execute();
    return note(number, Proposal.OPEN, each.sku());
  }

  /// The calculation says another quantity now.
  Step recalculate(long run, Calculation each) {
    Reference number = each.proposal().orElseThrow();
    work.sql()
        .update(PROPOSAL)
        .set(PROPOSAL.QUANTITY, each.quantity())
        .set(PROPOSAL.PROPOSED, each.quantity())
        .set(PROPOSAL.POSITION, each.figures().position())
        .set(PROPOSAL.SUPPLIER_ID, each.supplier().id())
        .set(PROPOSAL.LEAD_DAYS, each.supplier().leadDays())
        .set(PROPOSAL.RUN_ID, run)
        .where(PROPOSAL.NUMBER.eq(number.code()))
        .execute();
    return note(number, Proposal.OPEN, each.sku());
  }

  /// A person says another quantity.
  Step change(Proposal proposal, Quantity quantity) {
    work.sql()
        .update(PROPOSAL)
        .set(PROPOSAL.QUANTITY, quantity.units())
        .set(PROPOSAL.CHANGED_BY, work.author().code())
        .where(PROPOSAL.ID.eq(proposal.id()))
        .execute();
    return note(proposal.number(), Proposal.OPEN, proposal.sku());
  }

  Step end(Reference number, Sku sku, String state, String reason) {
    work.sql()
        .update(PROPOSAL)
        .set(PROPOSAL.STATE, state)
        .set(PROPOSAL.DECIDED_AT, work.at())
        .set(PROPOSAL.DECIDED_BY, work.author().code())
        .set(PROPOSAL.REASON, reason)
        .where(PROPOSAL.NUMBER.eq(number.code()))
        .execute();
    return note(number, state, sku);
  }

  private Step approve(Proposal proposal, Reference order) {
    work.sql()
        .update(PROPOSAL)
        .set(PROPOSAL.STATE, "approved")
        .set(PROPOSAL.DECIDED_AT, work.at())
        .set(PROPOSAL.DECIDED_BY, work.author().code())
        .set(PROPOSAL.PURCHASE_ORDER, order.code())
        .where(PROPOSAL.ID.eq(proposal.id()))
        .execute();
    return note(proposal.number(), "approved", proposal.sku());
  }

  boolean orderExists(Reference order) {
    return work.sql().fetchExists(PURCHASE_ORDER, PURCHASE_ORDER.NUMBER.eq(order.code()));
  }

  /// The order that buys these, all of one supplier.
  static Reference orderOf(List<Proposal> bought) {
    return new Reference("PO-" + bought.getFirst().number());
  }

  /// Makes the purchase order; each proposal says which it was.
  List<Step> buy(List<Proposal> bought) {
    Reference order = orderOf(bought);
    var supplier =
        work.sql()
            .select(SUPPLIER.ID, SUPPLIER.NAME, SUPPLIER.CODE)
            .from(SUPPLIER)
            .where(SUPPLIER.ID.eq(bought.getFirst().supplierId()))
            .fetchSingle();
    int percent = overPercent(supplier.value3());
    int days = bought.stream().mapToInt(Proposal::leadDays).max().orElse(0);
    int id =
        work.sql()
            .insertInto(PURCHASE_ORDER)
            .set(PURCHASE_ORDER.NUMBER, order.code())
            .set(PURCHASE_ORDER.WAREHOUSE_ID, work.warehouseId(warehouse))
            .set(PURCHASE_ORDER.SUPPLIER, supplier.value2())
            .set(PURCHASE_ORDER.SUPPLIER_ID, supplier.value1())
            .set(PURCHASE_ORDER.EXPECTED_ON, work.today(warehouse).plusDays(days))
            .set(PURCHASE_ORDER.MADE_AT, work.at())
            .set(PURCHASE_ORDER.MADE_BY, work.author().code())
            .returningResult(PURCHASE_ORDER.ID)
            .fetchSingle()
            .value1();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < bought.size(); i++) {
      Proposal proposal = bought.get(i);
      work.sql()
          .insertInto(PURCHASE_ORDER_LINE)
          .set(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID, id)
          .set(PURCHASE_ORDER_LINE.LINE, i + 1)
          .set(PURCHASE_ORDER_LINE.PRODUCT_ID, proposal.productId())
          .set(PURCHASE_ORDER_LINE.ORDERED, proposal.quantity())
          .set(PURCHASE_ORDER_LINE.OVER_PERCENT, percent)
          .execute();
      steps.add(approve(proposal, order));
    }
    steps.add(Work.note(warehouse, DocumentKind.PURCHASE_ORDER, order, "open"));
    return steps;
  }

  /// As for an order that a person opens.
  private int overPercent(String supplier) {
    long house = work.setting(warehouse, "receiving.over_percent", OVER_PERCENT);
    return (int) work.setting(warehouse, "receiving.over_percent." + supplier, house);
  }

  private Step note(Reference number, String state, Sku sku) {
    return Work.note(warehouse, DocumentKind.PROPOSAL, number, state, sku.code());
  }

  private List<Proposal> fetch(Condition which) {
    return work.sql()
        .select(
            PROPOSAL.ID,
            PROPOSAL.NUMBER,
            PROPOSAL.PRODUCT_ID,
            PRODUCT.SKU,
            PROPOSAL.SUPPLIER_ID,
            PROPOSAL.STATE,
            PROPOSAL.QUANTITY,
            PROPOSAL.LEAD_DAYS)
        .from(PROPOSAL)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PROPOSAL.PRODUCT_ID))
        .where(PROPOSAL.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(which)
        .orderBy(PROPOSAL.ID)
        .fetch(
            row ->
                new Proposal(
                    row.value1(),
                    new Reference(row.value2()),
                    row.value3(),
                    new Sku(row.value4()),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8()));
  }
}
