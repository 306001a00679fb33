package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// Takes in what customers bring back.
final class Returns {
  private final Work work;
  private final WarehouseCode warehouse;
  private final ReceiptBook book;
  private final Intake intake;

  Returns(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new ReceiptBook(work, warehouse);
    this.intake = new Intake(work, warehouse, book);
  }

  Decision take(ReceivingCommand.ReceiveReturn command) {
    Optional<ProductCard> card = ProductCards.read(work.sql(), command.sku());
    if (card.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownProduct(command.sku()));
    }
    Optional<Receipt> known = command.into().flatMap(book::find);
    LocationCode at =
        command
            .location()
            .or(() -> known.map(Receipt::location))
            .orElseGet(() -> work.stock().receivingLocation(warehouse));
    Delivered goods =
        Delivered.of(
            card.get(),
            command.quantity().units(),
            command.lot().map(LotCode::code).orElse(""),
            command.serials(),
            command.expiry());
    Delivered.Place place =
        new Delivered.Place(
            at,
            command.handlingUnit().map(HandlingUnit::code).orElse(""),
            command.grade(),
            command.why().code());
    Optional<Refusal> wrong =
        wrongDocument(command, known)
            .or(() -> work.wrongReason(command.why(), "return"))
            .or(() -> intake.unknownPlace(at))
            .or(
                () ->
                    intake.wrong(
                        goods,
                        intake.told(
                            goods, command.quantity().units(), command.lot(), command.expiry()),
                        place))
            .or(() -> command.handlingUnit().flatMap(unit -> intake.wrongUnit(unit, place)))
            .or(() -> intake.noRoom(List.of(goods), place));
    return wrong
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(
            () ->
                new Decision.Act(
                    intake.take(known.orElseGet(() -> open(command, at)), List.of(goods), place)));
  }

  private Receipt open(ReceivingCommand.ReceiveReturn command, LocationCode at) {
    Reference number = command.into().orElseGet(() -> book.newNumber(true));
    return book.open(
        new Receipt(
            0, number, Receipt.Kind.RETURN, true, Optional.empty(), Optional.empty(), at, false),
        command.customer().map(Reference::code).orElse(""));
  }

  private Optional<Refusal> wrongDocument(
      ReceivingCommand.ReceiveReturn command, Optional<Receipt> known) {
    if (command.grade() == Condition.HOLD) {
      return Optional.of(
          new DocumentRefusal.OutOfRange(
              "grade", "available, damaged or quarantine", command.grade().code()));
    }
    if (known.isEmpty() && command.into().filter(book::taken).isPresent()) {
      return Optional.of(
          new DocumentRefusal.DocumentExists(DocumentKind.RETURN, command.into().get()));
    }
    return known
        .flatMap(receipt -> ReceiptRules.open(receipt, true))
        .or(
            () ->
                command
                    .customer()
                    .filter(code -> !book.knowsCustomer(code))
                    .map(code -> new DocumentRefusal.UnknownDocument(DocumentKind.CUSTOMER, code)));
  }
}
