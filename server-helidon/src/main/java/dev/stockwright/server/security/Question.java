package dev.stockwright.server.security;

/// The kinds of question that can be asked of the server.
public enum Question {
  LEVELS("see stock"),
  LOW_STOCK("see low stock"),
  BALANCES("see bins"),
  HISTORY("see past stock"),
  MOVEMENTS("see movements"),
  PRODUCTS("see products"),
  PLACES("see warehouses and locations"),
  PURCHASE_ORDERS("see purchase orders"),
  LOOK_UP("look up barcodes"),
  TASKS("see tasks"),
  PICKS("see picks and put-aways"),
  EVENTS("follow a warehouse"),
  SYSTEM("see jobs and channels"),
  EXPORTS("take out master data"),
  IMPORTS("bring in master data"),
  SETTINGS("see settings"),
  ORDERS("see orders"),
  TILLS("see what tills report"),
  RECEIPTS("see receipts"),
  TRANSFERS("see transfers"),
  ADJUSTMENTS("see adjustments"),
  COUNTS("see counts"),
  COUNT_RESULTS("see what came out of counts"),
  ALERTS("see alerts"),
  REORDERING("see what is bought"),
  TRACES("trace goods"),
  REASONS("see what is behind a figure"),
  REPORTS("see reports"),
  VALUES("see what goods are worth"),
  REFERRALS("see refused work and mismatches"),
  OUTCOMES("see what has become of refused work"),
  METRICS("see the server's metrics");

  /// Does it tell how much the books say there is? Who counts must not know.
  public boolean ofStock() {
    return switch (this) {
      case LEVELS,
          LOW_STOCK,
          BALANCES,
          HISTORY,
          MOVEMENTS,
          TRACES,
          REASONS,
          REPORTS,
          VALUES,
          ALERTS,
          ADJUSTMENTS ->
          true;
      default -> false;
    };
  }

  private final String what;

  Question(String what) {
    this.what = what;
  }

  /// For the sentence "You have no right to ...".
  public String what() {
    return what;
  }
}
