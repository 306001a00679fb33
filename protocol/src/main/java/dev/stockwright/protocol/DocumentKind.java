package dev.stockwright.protocol;

/// What a document is. Its code is its name on the wire and the word in sentences.
public enum DocumentKind {
  TASK("task"),
  PURCHASE_ORDER("purchase_order"),
  ASN("asn"),
  RECEIPT("receipt"),
  RETURN("return"),
  HANDLING_UNIT("handling_unit"),
  ORDER("order"),
  TILL_BATCH("till_batch"),
  WAVE("wave"),
  SHIPMENT("shipment"),
  TRANSFER("transfer"),
  ADJUSTMENT("adjustment"),
  COUNT("count"),
  RECONCILIATION("reconciliation"),
  ALERT("alert"),
  PROPOSAL("proposal"),
  WAREHOUSE("warehouse"),
  ZONE("zone"),
  LOCATION("location"),
  PRODUCT("product"),
  BARCODE("barcode"),
  LOT("lot"),
  SUPPLIER("supplier"),
  CUSTOMER("customer"),
  REASON("reason"),
  SETTING("setting"),
  CHANNEL("channel"),
  MESSAGE("message"),
  JOB("job"),
  TILL_ENTRY("till_entry"),
  PICK("pick"),
  PICK_FACE("pick_face"),
  ALERT_RULE("alert_rule"),
  REORDER_RULE("reorder_rule"),
  REFERRAL("referral"),
  /// One that this version does not know.
  OTHER("other");

  private final String code;

  DocumentKind(String code) {
    this.code = code;
  }

  /// As written on the wire.
  public String code() {
    return code;
  }

  /// In a sentence.
  public String words() {
    return this == ASN ? "ASN" : code.replace('_', ' ');
  }

  /// The kind that is written `code`; [#OTHER] when a later version has made it up.
  public static DocumentKind of(String code) {
    for (DocumentKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    return OTHER;
  }
}
