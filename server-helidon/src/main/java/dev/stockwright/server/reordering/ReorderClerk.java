package dev.stockwright.server.reordering;

import static dev.stockwright.db.tables.Tables.REORDER_RULE;
import static dev.stockwright.db.tables.Tables.SUPPLIER;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Keeps the rules of reordering, and proposals.
public final class ReorderClerk implements Clerk<ReorderCommand> {
  @Override
  public Decision handle(ReorderCommand command, Work work) {
    ProposalBook book = new ProposalBook(work, command.warehouse());
    return switch (command) {
      case ReorderCommand.SetReorderRule c -> set(c, work);
      case ReorderCommand.RemoveReorderRule c -> remove(c, work, book);
      case ReorderCommand.ReviewReorder c -> review(c, work, book);
      case ReorderCommand.ChangeProposal c -> change(c, work, book);
      case ReorderCommand.ApproveProposals c -> approve(c, book);
      case ReorderCommand.RejectProposal c -> reject(c, work, book);
    };
  }

  private static Decision set(ReorderCommand.SetReorderRule command, Work work) {
    var product = work.productId(command.sku());
    if (product.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownProduct(command.sku()));
    }
    Optional<Integer> supplier =
        work.sql()
            .select(SUPPLIER.ID)
            .from(SUPPLIER)
            .where(SUPPLIER.CODE.eq(command.supplier().code()))
            .and(SUPPLIER.ACTIVE)
            .fetchOptional(SUPPLIER.ID);
    if (supplier.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.SUPPLIER, command.supplier()));
    }
    work.sql()
        .insertInto(REORDER_RULE)
        .set(REORDER_RULE.WAREHOUSE_ID, work.warehouseId(command.warehouse()))
        .set(REORDER_RULE.PRODUCT_ID, product.getAsInt())
        .set(REORDER_RULE.SUPPLIER_ID, supplier.get())
        .set(REORDER_RULE.POINT, command.point())
        .set(REORDER_RULE.QUANTITY, command.fixed().orElse(null))
        .set(REORDER_RULE.UP_TO, command.upTo().orElse(null))
        .set(REORDER_RULE.MINIMUM, command.minimum().orElse(1L))
        .set(REORDER_RULE.MULTIPLE, command.multiple().orElse(1L))
        .set(REORDER_RULE.LEAD_DAYS, command.leadDays().map(Long::intValue).orElse(null))
        .set(REORDER_RULE.CHANGED_AT, work.at())
        .set(REORDER_RULE.CHANGED_BY, work.author().code())
        .onConflict(REORDER_RULE.WAREHOUSE_ID, REORDER_RULE.PRODUCT_ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
    return new Decision.Act(List.of(rule(command.warehouse(), command.sku(), "set")));
  }

  private static Decision remove(
      ReorderCommand.RemoveReorderRule command, Work work, ProposalBook book) {
    var product = work.productId(command.sku());
    if (product.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownProduct(command.sku()));
    }
    int removed =
        work.sql()
            .deleteFrom(REORDER_RULE)
            .where(REORDER_RULE.WAREHOUSE_ID.eq(work.warehouseId(command.warehouse())))
            .and(REORDER_RULE.PRODUCT_ID.eq(product.getAsInt()))
            .execute();
    if (removed == 0) {
      return new Decision.Act(List.of());
    }
    List<Step> steps = new ArrayList<>();
    steps.add(rule(command.warehouse(), command.sku(), "removed"));
    book.open(command.sku())
        .map(open -> book.end(open.number(), open.sku(), "withdrawn", "rule removed"))
        .ifPresent(steps::add);
    return new Decision.Act(steps);
  }

  private static Decision review(
      ReorderCommand.ReviewReorder command, Work work, ProposalBook book) {
    work.learnProducts(command.skus());
    Optional<Refusal> unknown =
        command.skus().stream()
            .filter(sku -> work.productId(sku).isEmpty())
            .findFirst()
            .map(Refusal.UnknownProduct::new);
    return unknown.isPresent()
        ? new Decision.Refuse(unknown.get())
        : new Decision.Act(new ReorderReview(work, book).run(command.warehouse(), command.skus()));
  }

  private static Decision change(
      ReorderCommand.ChangeProposal command, Work work, ProposalBook book) {
    Found found = find(book, List.of(command.proposal()));
    if (found.refusal().isPresent()) {
      return new Decision.Refuse(found.refusal().get());
    }
    Proposal proposal = found.proposals().getFirst();
    return new Calculations(work.sql())
        .of(work.warehouseId(command.warehouse()), List.of(proposal.sku())).stream()
            .findFirst()
            .flatMap(rule -> rule.terms().expectedInsteadOf(command.quantity().units()))
            .<Decision>map(
                expected ->
                    new Decision.Refuse(
                        new DocumentRefusal.OutOfRange(
                            "quantity", expected, Long.toString(command.quantity().units()))))
            .orElseGet(() -> new Decision.Act(List.of(book.change(proposal, command.quantity()))));
  }

  private static Decision approve(ReorderCommand.ApproveProposals command, ProposalBook book) {
    Set<Reference> numbers = new LinkedHashSet<>(command.proposals());
    Found found = find(book, numbers);
    if (found.refusal().isPresent()) {
      return new Decision.Refuse(found.refusal().get());
    }
    Collection<List<Proposal>> bySupplier =
        found.proposals().stream()
            .collect(Collectors.groupingBy(Proposal::supplierId, TreeMap::new, Collectors.toList()))
            .values();
    Optional<Reference> taken =
        bySupplier.stream().map(ProposalBook::orderOf).filter(book::orderExists).findFirst();
    return taken
        .<Decision>map(
            order ->
                new Decision.Refuse(
                    new DocumentRefusal.DocumentExists(DocumentKind.PURCHASE_ORDER, order)))
        .orElseGet(
            () ->
                new Decision.Act(
                    bySupplier.stream().flatMap(bought -> book.buy(bought).stream()).toList()));
  }

  private static Decision reject(
      ReorderCommand.RejectProposal command, Work work, ProposalBook book) {
    Optional<Refusal> wrong = work.wrongReason(command.reason(), "reject");
    Found found = find(book, List.of(command.proposal()));
    Optional<Refusal> no = wrong.or(found::refusal);
    if (no.isPresent()) {
      return new Decision.Refuse(no.get());
    }
    Proposal proposal = found.proposals().getFirst();
    return new Decision.Act(
        List.of(book.end(proposal.number(), proposal.sku(), "rejected", command.reason().code())));
  }

  /// The open proposals with these numbers, or why not.
  private record Found(List<Proposal> proposals, Optional<Refusal> refusal) {}

  private static Found find(ProposalBook book, Collection<Reference> numbers) {
    List<Proposal> proposals = book.find(numbers);
    Set<Reference> there = proposals.stream().map(Proposal::number).collect(Collectors.toSet());
    Optional<Refusal> unknown =
        numbers.stream()
            .filter(number -> !there.contains(number))
            .findFirst()
            .map(number -> new DocumentRefusal.UnknownDocument(DocumentKind.PROPOSAL, number));
    Optional<Refusal> over =
        proposals.stream()
            .filter(proposal -> !proposal.open())
            .findFirst()
            .map(
                proposal ->
                    new DocumentRefusal.WrongState(
                        DocumentKind.PROPOSAL, proposal.number(), proposal.state(), Proposal.OPEN));
    return new Found(proposals, unknown.or(() -> over));
  }

  private static Step rule(WarehouseCode warehouse, Sku sku, String state) {
    return Work.note(warehouse, DocumentKind.REORDER_RULE, new Reference(sku.code()), state);
  }
}
