package dev.stockwright.server.masterdata;

import static dev.stockwright.db.tables.Tables.SETTING;

import dev.stockwright.protocol.CatalogCommand.SaveSetting;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Comparator;
import java.util.Optional;
import org.jooq.Condition;

/// Saves settings for a command.
final class SettingDesk {
  private static final int VALUE_MAX = 400;

  private final Work work;

  SettingDesk(Work work) {
    this.work = work;
  }

  private record Kept(String value, long version) {}

  Decision save(SaveSetting command) {
    int warehouse = command.warehouse().map(work::warehouseId).orElse(0);
    Condition which =
        SETTING.NAME.eq(command.setting().code()).and(SETTING.WAREHOUSE_ID.eq(warehouse));
    Optional<Kept> there =
        work.sql()
            .select(SETTING.VALUE, SETTING.VERSION)
            .from(SETTING)
            .where(which)
            .forNoKeyUpdate()
            .fetchOptional(row -> new Kept(row.value1(), row.value2()));
    if (there.map(Kept::value).equals(command.value())) {
      return new Decision.Act(java.util.List.of());
    }
    Optional<Refusal> why = refusal(command, there);
    if (why.isPresent()) {
      return new Decision.Refuse(why.get());
    }
    if (command.value().isEmpty()) {
      work.sql().deleteFrom(SETTING).where(which).execute();
    } else {
      work.sql()
          .insertInto(SETTING)
          .set(SETTING.WAREHOUSE_ID, warehouse)
          .set(SETTING.NAME, command.setting().code())
          .set(SETTING.VALUE, command.value().get())
          .set(SETTING.CHANGED_AT, work.at())
          .set(SETTING.CHANGED_BY, work.author().code())
          .onConflict(SETTING.WAREHOUSE_ID, SETTING.NAME)
          .doUpdate()
          .set(SETTING.VALUE, command.value().get())
          .set(SETTING.CHANGED_AT, work.at())
          .set(SETTING.CHANGED_BY, work.author().code())
          .set(SETTING.VERSION, SETTING.VERSION.plus(1))
          .execute();
    }
    String state = command.value().isEmpty() ? "removed" : "changed";
    return new Decision.Act(
        work.stock().locked().stream()
            .sorted(Comparator.comparing(WarehouseCode::code))
            .<Step>map(at -> Work.note(at, DocumentKind.SETTING, command.setting(), state))
            .toList());
  }

  private static Optional<Refusal> refusal(SaveSetting command, Optional<Kept> there) {
    if (!command.setting().code().matches("[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)+")) {
      return Optional.of(
          new Refusal.Malformed(
              "invalid_setting",
              "setting \"" + command.setting() + "\" is no name such as reserve.minutes"));
    }
    String value = command.value().orElse("");
    if (value.length() > VALUE_MAX || value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(
          new Refusal.Malformed(
              "invalid_value", "value is longer than 400 characters or not printable"));
    }
    if (there.isEmpty()) {
      return command
          .version()
          .map(any -> new DocumentRefusal.UnknownDocument(DocumentKind.SETTING, command.setting()));
    }
    if (command.version().isEmpty()) {
      return Optional.of(
          new DocumentRefusal.DocumentExists(DocumentKind.SETTING, command.setting()));
    }
    return there.get().version() == command.version().get()
        ? Optional.empty()
        : Optional.of(
            new MasterRefusal.StaleVersion(
                DocumentKind.SETTING,
                command.setting(),
                there.get().version(),
                command.version().get()));
  }
}
