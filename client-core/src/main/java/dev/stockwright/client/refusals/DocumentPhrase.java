package dev.stockwright.client.refusals;

import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.protocol.DocumentKind;
import java.util.Locale;

/// The documents by name, as they stand before their number.
public enum DocumentPhrase implements Phrase {
  TASK,
  PURCHASE_ORDER,
  ASN,
  RECEIPT,
  RETURN,
  HANDLING_UNIT,
  ORDER,
  TILL_BATCH,
  WAVE,
  SHIPMENT,
  TRANSFER,
  ADJUSTMENT,
  COUNT,
  RECONCILIATION,
  ALERT,
  PROPOSAL,
  WAREHOUSE,
  ZONE,
  LOCATION,
  PRODUCT,
  BARCODE,
  LOT,
  SUPPLIER,
  CUSTOMER,
  REASON,
  SETTING,
  CHANNEL,
  MESSAGE,
  JOB,
  TILL_ENTRY,
  PICK,
  PICK_FACE,
  ALERT_RULE,
  REORDER_RULE,
  REFERRAL,
  OTHER;

  /// Each constant is named as its kind; a test compares them.
  public static Text of(DocumentKind kind) {
    return Text.of(valueOf(kind.name()));
  }

  @Override
  public String key() {
    return "document." + name().toLowerCase(Locale.ROOT);
  }
}
