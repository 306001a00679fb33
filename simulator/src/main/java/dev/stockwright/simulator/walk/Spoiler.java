package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a command wrong: it names a warehouse, product, place, unit or document that there is not.
final class Spoiler {
  private static final Map<Class<?>, Object> NOWHERE =
      Map.of(
          WarehouseCode.class, new WarehouseCode("NOWHERE"),
          Sku.class, new Sku("NO-SUCH"),
          LocationCode.class, new LocationCode("NO-PLACE"),
          HandlingUnit.class, new HandlingUnit("NO-UNIT"),
          Reference.class, new Reference("NO-DOCUMENT"));

  /// References that name a document which must be there.
  private static final Set<String> DOCUMENTS =
      Set.of(
          "task",
          "pick",
          "receipt",
          "transfer",
          "count",
          "alert",
          "proposal",
          "adjustment",
          "wave",
          "shipment",
          "message",
          "entry");

  private Spoiler() {}

  /// Empty when nothing in it can be made wrong that way.
  static Optional<Command> spoil(Command command, Dice dice) {
    if (command instanceof CatalogCommand
        || command instanceof PlaceCommand.OpenWarehouse
        || command instanceof PlaceCommand.SaveLocation) {
      return Optional.empty();
    }
    List<Integer> spots = new ArrayList<>();
    RecordComponent[] parts = command.getClass().getRecordComponents();
    for (int i = 0; i < parts.length; i++) {
      boolean document =
          parts[i].getType() != Reference.class || DOCUMENTS.contains(parts[i].getName());
      boolean made = parts[i].getName().equals("into"); // a unit that nobody knows yet
      if (NOWHERE.containsKey(parts[i].getType()) && document && !made) {
        spots.add(i);
      }
    }
    return dice.any(spots).map(spot -> with(command, parts, spot));
  }

  private static Command with(Command command, RecordComponent[] parts, int spot) {
    try {
      Object[] values = new Object[parts.length];
      Class<?>[] types = new Class<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        values[i] = i == spot ? NOWHERE.get(types[i]) : parts[i].getAccessor().invoke(command);
      }
      return (Command) command.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException | IllegalAccessException | InstantiationException e) {
      throw new IllegalStateException("spoiling " + command, e);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has a constructor of all its parts", e);
    }
  }
}
