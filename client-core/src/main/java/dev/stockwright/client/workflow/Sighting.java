package dev.stockwright.client.workflow;

import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was scanned, with everything the device knows about it: all that a workflow needs to
/// decide.
public sealed interface Sighting {

  /// Goods of a known product.
  ///
  /// @param orders the open purchase orders of this warehouse that want it, received counts up to
  /// date
  /// @param seenBefore when this very piece (serial number) was received before
  record Goods(
      Product product,
      PackLevel pack,
      Label label,
      List<OpenOrder> orders,
      Optional<Instant> seenBefore)
      implements Sighting {
    public Goods {
      orders = List.copyOf(orders);
    }

    /// So many of the packed thing, whatever the code says.
    public Goods times(long count) {
      Label counted =
          new Label(label.lot(), label.serial(), label.expiry(), label.handlingUnit(), count);
      return new Goods(product, pack, counted, orders, seenBefore);
    }
  }

  /// A place of this warehouse.
  record AtPlace(Place place) implements Sighting {}

  /// An open purchase order of this warehouse.
  record Document(OpenOrder order) implements Sighting {}

  /// A handling unit by its own number; its label does not say what is in it.
  ///
  /// @param known as the books have it; absent: this device has not heard of it
  record Unit(HandlingUnit unit, Optional<KnownUnit> known) implements Sighting {}

  /// A document of this warehouse that is no purchase order.
  record Paper(Reference number, Kind kind) implements Sighting {
    /// What document it is.
    public enum Kind {
      /// A task of the queue, such as a pick.
      TASK,
      COUNT,
      TRANSFER,
      /// An advance shipping notice.
      NOTICE,
      /// A customer's order.
      ORDER
    }
  }

  /// The badge of somebody whom this device knows.
  ///
  /// @param name of the person
  record Badge(Operator operator, String name, boolean supervisor) implements Sighting {}

  /// RFID tags that were read since the last time, each once.
  record Tags(List<Tag> read) implements Sighting {
    public Tags {
      read = List.copyOf(read);
    }
  }

  /// An RFID tag.
  ///
  /// @param epc its whole code, in hexadecimal digits
  /// @param product absent: the device does not know what it is
  /// @param weak so faint that it may be in the next bay
  record Tag(String epc, Optional<Product> product, Optional<SerialNumber> serial, boolean weak) {}

  /// A code that belongs to several products.
  record Ambiguous(String text, List<PackedProduct> products) implements Sighting {
    public Ambiguous {
      products = List.copyOf(products);
    }
  }

  /// A well-formed code that nothing here is known by.
  ///
  /// @param text as it is printed under the bars
  /// @param plain no GS1 structure, so it can also be a lot or a serial number
  record Unknown(String text, boolean plain) implements Sighting {}

  /// Not a code that can be right.
  ///
  /// @param meant goods that it may mean all the same, with a count that a person must confirm
  record Unreadable(String message, Optional<Goods> meant) implements Sighting {
    public Unreadable(String message) {
      this(message, Optional.empty());
    }
  }
}
