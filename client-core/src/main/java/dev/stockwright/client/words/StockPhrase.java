package dev.stockwright.client.words;

import java.util.Locale;

/// What the stock screen of the floor app says.
public enum StockPhrase implements Phrase {
  STOCK,
  FIND,
  PRODUCTS,
  COLUMNS,
  CHOOSE_COLUMNS,
  SHOWN,
  SHOW_COLUMN,
  /// `Stale since {0}, {1} old`.
  STALE_SINCE,
  MAY_HAVE_MOVED,
  OWN_COPY,
  LIST_DID_NOT_COME,
  AS_OF_ASKED,
  RETRY,
  LOAD_AGAIN,
  DID_NOT_LOAD,
  CLEAR,
  CLEAR_SEARCH,
  NONE_YET,
  RECEIVE_FIRST,
  NO_ROWS,
  CLEAR_TO_SEE_ALL,
  NEW_ROWS,
  SKU,
  PRODUCT,
  ON_HAND,
  RESERVED,
  BLOCKED,
  AVAILABLE,
  LAST_MOVEMENT,
  DETAILS,
  LAST_MOVEMENTS,
  CLOSE_PRODUCT,
  IS_AVAILABLE,
  N_ON_HAND,
  N_RESERVED,
  /// `{0} reserved, {1} blocked`.
  N_RESERVED_BLOCKED,
  WHERE,
  IN_PLACE,
  ASKING,
  NOT_KNOWN,
  IN_NO_LOCATION,
  SHOW_OLDER,
  SHOW_OLDER_SPOKEN,
  ASKING_OLDER,
  NO_MOVEMENTS,
  SERVER_KNOWS_OLDER,
  ONLY_LAST,
  KEY_FIND,
  KEY_CHOOSE,
  KEY_ESCAPE,
  KEY_RELOAD,
  NOT_LOADED_YET,
  NOT_HERE_YET,
  COPY_UNREADABLE,
  LOT,
  /// `{0} to {1}`.
  WAY,
  RECEIVED,
  SHIPPED,
  TRANSFERRED,
  COUNTED,
  MOVED,
  UNDONE,
  /// `{0} {1}`.
  OTHER_REASON,
  SUPPLIER,
  CUSTOMER,
  IN_TRANSIT,
  LOST_AND_FOUND,
  SCRAP,
  UNRECONCILED,
  WAREHOUSE,
  ALL_WAREHOUSES,
  SHOW_STOCK_OF,
  /// In place of [#PRODUCTS] where a product has a row for each warehouse.
  ROWS,
  MAY_HAVE_MOVED_IN,
  KEY_WAREHOUSES;

  @Override
  public String key() {
    return "stock." + name().toLowerCase(Locale.ROOT);
  }
}
