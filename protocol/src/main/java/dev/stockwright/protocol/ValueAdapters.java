package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the nouns look in JSON: codes as strings, quantities as whole numbers.
final class ValueAdapters {
  private ValueAdapters() {}

  static Jsonb.Builder addTo(Jsonb.Builder builder) {
    return builder
        .add(Sku.class, new Text<>(Sku::new, Sku::code))
        .add(WarehouseCode.class, new Text<>(WarehouseCode::new, WarehouseCode::code))
        .add(LocationCode.class, new Text<>(LocationCode::new, LocationCode::code))
        .add(LotCode.class, new Text<>(LotCode::new, LotCode::code))
        .add(SerialNumber.class, new Text<>(SerialNumber::new, SerialNumber::code))
        .add(HandlingUnit.class, new Text<>(HandlingUnit::new, HandlingUnit::code))
        .add(ReasonCode.class, new Text<>(ReasonCode::new, ReasonCode::code))
        .add(Reference.class, new Text<>(Reference::new, Reference::code))
        .add(DeviceId.class, new Text<>(DeviceId::new, DeviceId::code))
        .add(Operator.class, new Text<>(Operator::new, Operator::code))
        .add(CommandId.class, new Text<>(CommandId::of, CommandId::toString))
        .add(Condition.class, new Text<>(Condition::of, Condition::code))
        .add(DocumentKind.class, new Text<>(DocumentKind::of, DocumentKind::code))
        .add(OrderType.class, new Text<>(OrderType::of, OrderType::code))
        .add(Command.class, CommandAdapter::new)
        .add(Quantity.class, new Whole());
  }

  /// A noun that is written as its code.
  private record Text<T>(Function<String, T> of, Function<T, String> code)
      implements JsonAdapter<T> {
    @Override
    public void toJson(JsonWriter writer, @Nullable T value) {
      if (value == null) { // an empty Optional arrives as null
        writer.nullValue();
      } else {
        writer.value(code.apply(value));
      }
    }

    @Override
    public T fromJson(JsonReader reader) {
      return of.apply(reader.readString());
    }
  }

  /// A whole number; a fraction is refused, never rounded.
  private record Whole() implements JsonAdapter<Quantity> {
    @Override
    public void toJson(JsonWriter writer, @Nullable Quantity value) {
      if (value == null) { // an empty Optional arrives as null
        writer.nullValue();
      } else {
        writer.value(value.units());
      }
    }

    @Override
    public Quantity fromJson(JsonReader reader) {
      return new Quantity(wholeNumber(reader));
    }
  }

  private static long wholeNumber(JsonReader reader) {
    BigDecimal number = reader.readDecimal();
    try {
      return number.longValueExact();
    } catch (ArithmeticException fraction) {
      throw new InvalidValue(
          "invalid_quantity",
          "quantity is not a whole number from 1 to 1000000000; give one that is");
    }
  }
}
