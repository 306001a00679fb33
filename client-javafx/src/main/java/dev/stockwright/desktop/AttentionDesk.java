package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.AttentionPhrase;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.attention.AttentionActions;
import dev.stockwright.desktop.attention.AttentionItem;
import dev.stockwright.desktop.attention.AttentionViewModel;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Refused work at this desk: shows what the device keeps for a person, and does what the person
/// decides.
final class AttentionDesk implements AttentionActions {
  private static final int SETTLED_SHOWN = 5;

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final AttentionViewModel model;
  private final Runnable redraw;

  AttentionDesk(ClientCore client, Worker worker, FxBridge bridge, Speech speech) {
    this.model = new AttentionViewModel(this, speech);
    this.client = client;
    this.worker = worker;
    this.bridge = bridge;
    this.redraw = worker.once(this::draw);
  }

  AttentionViewModel model() {
    return model;
  }

  /// The list may have changed. Any thread.
  void redraw() {
    redraw.run();
  }

  private void draw() {
    List<AttentionItem> items = client.attention().stream().map(this::item).toList();
    Optional<String> insisting =
        client
            .signedIn()
            .filter(SignedIn::supervisor)
            .map(_ -> client.wording().say(Text.of(FloorPhrase.INSIST)));
    String refer = client.wording().say(Text.of(FloorPhrase.REFER));
    bridge.show(
        "attention",
        () -> {
          model.referring().set(Optional.of(refer));
          model.insisting().set(insisting);
          if (!model.items().equals(items)) {
            model.items().setAll(items);
          }
        });
  }

  private AttentionItem item(Entry entry) {
    Envelope envelope = entry.envelope();
    String author =
        envelope.author().map(Operator::code).orElseGet(() -> say(AttentionPhrase.NOBODY));
    return new AttentionItem(
        envelope.id().toString(),
        entry.addedAt(),
        done(envelope.command()),
        client.refusal(entry),
        author + " · " + envelope.device(),
        entry
            .referredAt()
            .map(since -> client.wording().say(Text.of(FloorPhrase.WITH_SUPERVISOR, since))));
  }

  private String done(Command command) {
    return switch (command) {
      case ReceiveGoods c -> say(AttentionPhrase.RECEIVED, c.quantity().units(), name(c.sku()));
      case MoveStock c -> say(AttentionPhrase.MOVED, c.quantity().units(), name(c.sku()), c.to());
      case AdjustStock c -> say(AttentionPhrase.ADJUSTED, name(c.sku()), c.quantityChange());
      case TransferStock c ->
          say(AttentionPhrase.TRANSFERRED, c.quantity().units(), name(c.sku()), c.toWarehouse());
      case PlaceReservation c -> say(AttentionPhrase.RESERVED_FOR, c.order());
      case ConfirmReservation c -> say(AttentionPhrase.CONFIRMED, c.order());
      case ReleaseReservation c -> say(AttentionPhrase.RELEASED, c.order());
      case WorkCommand c -> say(work(c));
      case UndoCommand c ->
          client
              .find(c.undone())
              .map(entry -> entry.envelope().command())
              .filter(undone -> !(undone instanceof UndoCommand))
              .map(undone -> say(AttentionPhrase.UNDID, done(undone)))
              .orElseGet(() -> say(AttentionPhrase.UNDID_STEP));
    };
  }

  /// What people call the work that a command belongs to.
  private static AttentionPhrase work(WorkCommand command) {
    return switch (command) {
      case AdjustmentCommand _ -> AttentionPhrase.ADJUSTMENT;
      case AlertCommand _ -> AttentionPhrase.ALERT;
      case CatalogCommand _ -> AttentionPhrase.CATALOG;
      case CountCommand _ -> AttentionPhrase.COUNT;
      case CountPlanCommand _ -> AttentionPhrase.COUNT_PLAN;
      case MoveCommand _ -> AttentionPhrase.MOVE;
      case OrderCommand _ -> AttentionPhrase.ORDER;
      case PickingCommand _ -> AttentionPhrase.PICK;
      case PlaceCommand _ -> AttentionPhrase.PLACE;
      case PurchaseCommand _ -> AttentionPhrase.PURCHASE;
      case PutAwayCommand _ -> AttentionPhrase.PUT_AWAY;
      case ReceivingCommand _ -> AttentionPhrase.RECEIVING;
      case ReferralCommand _ -> AttentionPhrase.REFERRAL;
      case ReorderCommand _ -> AttentionPhrase.REORDER;
      case ReplenishCommand _ -> AttentionPhrase.REPLENISH;
      case ShippingCommand _ -> AttentionPhrase.SHIPPING;
      case SystemCommand _ -> AttentionPhrase.SYSTEM;
      case TaskCommand _ -> AttentionPhrase.TASK;
      case TillCommand _ -> AttentionPhrase.TILL;
      case TransferCommand _ -> AttentionPhrase.TRANSFER;
    };
  }

  private String say(AttentionPhrase phrase, Object... parts) {
    return client.wording().say(Text.of(phrase, parts));
  }

  private String name(Sku sku) {
    return client.catalogue().product(sku).map(Product::name).orElse(sku.code());
  }

  @Override
  public void sendAgain(String id) {
    worker.run(
        () -> {
          client.resend(CommandId.of(id), false);
          draw();
        });
  }

  @Override
  public void refer(String id) {
    worker.run(
        () -> {
          CommandId refused = CommandId.of(id);
          boolean can =
              client
                  .find(refused)
                  .filter(entry -> entry.referredAt().isEmpty())
                  .flatMap(entry -> ReferralCommand.place(entry.envelope().command()))
                  .isPresent();
          if (can) {
            client.refer(refused, Optional.empty());
          }
          draw();
        });
  }

  /// A supervisor has decided. Any thread.
  void settled(Settlement news) {
    String done = done(news.work().command());
    String said =
        client
            .wording()
            .say(
                news.recorded()
                    ? Text.of(FloorPhrase.REFERRAL_RECORDED, news.by(), done)
                    : Text.of(FloorPhrase.REFERRAL_REJECTED, news.by(), done, news.reason()));
    bridge.post(
        () -> {
          List<String> all = new ArrayList<>(model.settled().get());
          all.addFirst(said);
          model.settled().set(List.copyOf(all.subList(0, Math.min(all.size(), SETTLED_SHOWN))));
        });
    redraw();
  }

  @Override
  public void insist(String id) {
    worker.run(
        () -> {
          client.resend(CommandId.of(id), true);
          draw();
        });
  }

  @Override
  public void discard(String id, String reason) {
    worker.run(
        () -> {
          client.discard(CommandId.of(id), reason);
          draw();
        });
  }
}
