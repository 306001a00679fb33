package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.stream.Collectors;

/// Why an order cannot be had as it is wanted.
public sealed interface OrderRefusal extends WorkRefusal {
  /// What is missing of one product of an order.
  ///
  /// @param wanted by all its lines together
  /// @param available free for it
  @Json(naming = Json.Naming.LowerUnderscore)
  record Missing(Sku sku, long wanted, long available) {}

  /// Not all of its lines can be promised, so none is.
  ///
  /// @param missing every product of which there is too little
  @Json(naming = Json.Naming.LowerUnderscore)
  record OrderShort(Reference order, List<Missing> missing) implements OrderRefusal {
    private static final int SHOWN = 3;

    public OrderShort {
      missing = Required.orEmpty(missing);
    }

    @Override
    public String sentence() {
      String first =
          missing.stream()
              .limit(SHOWN)
              .map(m -> m.available() + " of " + m.wanted() + " " + m.sku())
              .collect(Collectors.joining(", "));
      String more = missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "";
      return "Order "
          + order
          + " cannot be promised: only "
          + first
          + more
          + " available. Change its lines or allow a back-order.";
    }
  }

  /// Somebody has changed it meanwhile.
  ///
  /// @param seen the version that the change was made from
  /// @param current the one that it has
  @Json(naming = Json.Naming.LowerUnderscore)
  record OrderChanged(Reference order, long seen, long current) implements OrderRefusal {
    @Override
    public String sentence() {
      return "Order "
          + order
          + " was changed meanwhile (version "
          + current
          + ", not "
          + seen
          + "). Look at it again.";
    }
  }
}
