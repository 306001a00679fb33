package dev.stockwright.client.sync;

import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.replica.WorkItem;
import dev.stockwright.client.replica.WorkKind;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How each kind of document is asked for, whole or one by its number, and put into the store as
/// the server says it.
final class WorkPages {
  /// Where goods could go otherwise is asked for so many put-aways, the most urgent ones.
  private static final int SUGGESTIONS_MAX = 50;

  private static final JsonType<Object> ANY = Wire.jsonb().type(Object.class);

  private final ServerLink link;
  private final Work work;
  private final Catalogue marks;
  private final WarehouseCode warehouse;
  private final InstantSource clock;

  WorkPages(
      ServerLink link, Work work, Catalogue marks, WarehouseCode warehouse, InstantSource clock) {
    this.link = link;
    this.work = work;
    this.marks = marks;
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /// A question failed; ends the reading of a kind.
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Reply.Trouble trouble;

    Failed(Reply.Trouble trouble) {
      super(trouble.toString());
      this.trouble = trouble;
    }
  }

  /// Reads all of a kind; says what went wrong.
  Optional<Reply.Trouble> whole(WorkKind kind) {
    long mark = marks.newMark();
    try {
      long place = 0;
      for (String path : paths(kind)) {
        String after = "";
        do {
          Instant asked = clock.instant();
          Page<Map<String, Object>> page = value(link.list(path, after));
          List<WorkItem> items = new ArrayList<>();
          for (Map<String, Object> each : page.items()) {
            boolean more = place + items.size() < SUGGESTIONS_MAX || kind != WorkKind.PUT_AWAY;
            items.add(more ? item(kind, each) : plain(kind, each));
          }
          work.put(kind, mark, place, asked, items);
          place += items.size();
          after = page.next().orElse("");
        } while (!after.isEmpty());
      }
      work.end(kind, mark);
      return Optional.empty();
    } catch (Failed failed) {
      return Optional.of(failed.trouble);
    }
  }

  /// Reads one document again, and what hangs on it.
  Optional<Reply.Trouble> one(WorkKind kind, String number) {
    try {
      switch (kind) {
        case TASK -> task(number);
        case PICK -> listed(kind, number, "/api/v1/picks?" + here() + "&pick=" + coded(number));
        case PUT_AWAY ->
            listed(kind, number, "/api/v1/put-aways?" + here() + "&task=" + coded(number));
        case COUNT -> found(kind, number, "/api/v1/counts/");
        case TRANSFER -> found(kind, number, "/api/v1/transfers/");
        case NOTICE -> found(kind, number, "/api/v1/asns/");
        case REASON -> {
          return whole(kind);
        }
      }
      return Optional.empty();
    } catch (Failed failed) {
      return Optional.of(failed.trouble);
    }
  }

  private void task(String number) {
    Optional<Map<String, Object>> task = found(WorkKind.TASK, number, "/api/v1/tasks/");
    String kind = task.map(found -> String.valueOf(found.get("kind"))).orElse("");
    if (task.isEmpty()) {
      work.remove(WorkKind.PUT_AWAY, number);
    } else if (kind.equals("put_away")) {
      ignoringRights(WorkKind.PUT_AWAY, number);
    } else if (kind.equals("pick")) {
      String path = "/api/v1/picks?" + here() + "&state=open&task=" + coded(number) + "&";
      Instant asked = clock.instant();
      if (link.list(path, "") instanceof Reply.Ok<Page<Map<String, Object>>> ok) {
        for (Map<String, Object> each : ok.value().items()) {
          work.put(WorkKind.PICK, asked, plain(WorkKind.PICK, each));
        }
      }
    }
  }

  /// Who may see tasks need not be allowed to see what hangs on them.
  private void ignoringRights(WorkKind kind, String number) {
    Optional<Reply.Trouble> trouble = one(kind, number).filter(t -> !(t instanceof Reply.Refused));
    if (trouble.isPresent()) {
      throw new Failed(trouble.get());
    }
  }

  /// A document that is found by its number, when it has not ended.
  private Optional<Map<String, Object>> found(WorkKind kind, String number, String path) {
    Instant asked = clock.instant();
    Reply<Map<String, Object>> reply = link.one(path + coded(number) + "?" + here());
    if (reply instanceof Reply.Failed<Map<String, Object>> failed
        && failed.trouble() instanceof Reply.Refused refused
        && refused.status() == 404) {
      work.remove(kind, number);
      return Optional.empty();
    }
    Map<String, Object> document = value(reply);
    String state =
        kind == WorkKind.TRANSFER && document.get("transfer") instanceof Map<?, ?> head
            ? String.valueOf(head.get("state"))
            : String.valueOf(document.get("state"));
    if (!states(kind).contains(state)) {
      work.remove(kind, number);
      return Optional.empty();
    }
    WorkItem item =
        kind == WorkKind.TRANSFER
            ? new WorkItem(number, ANY.toJson(document))
            : item(kind, document);
    work.put(kind, asked, item);
    return Optional.of(document);
  }

  /// A document that is found in a list of one.
  private void listed(WorkKind kind, String number, String path) {
    Instant asked = clock.instant();
    Optional<Map<String, Object>> found =
        value(link.list(path + "&", "")).items().stream()
            .filter(each -> states(kind).contains(String.valueOf(each.get("state"))))
            .findFirst();
    if (found.isPresent()) {
      work.put(kind, asked, item(kind, found.get()));
    } else {
      work.remove(kind, number);
    }
  }

  /// What has not ended.
  private static Set<String> states(WorkKind kind) {
    return switch (kind) {
      case TASK, PUT_AWAY -> Set.of("open", "leased");
      case PICK -> Set.of("open", "waiting");
      case COUNT -> Set.of("requested", "counting", "recount");
      case TRANSFER -> Set.of("approved", "packed", "shipped", "short");
      case NOTICE -> Set.of("announced", "arriving");
      case REASON -> Set.of();
    };
  }

  private List<String> paths(WorkKind kind) {
    return switch (kind) {
      case TASK -> List.of("/api/v1/tasks?" + here() + "&");
      case PUT_AWAY -> List.of("/api/v1/put-aways?" + here() + "&");
      case REASON -> List.of("/api/v1/reasons?");
      case PICK -> inStates("/api/v1/picks?", kind);
      case COUNT -> inStates("/api/v1/counts?", kind);
      case TRANSFER -> inStates("/api/v1/transfers?", kind);
      case NOTICE -> inStates("/api/v1/asns?", kind);
    };
  }

  private List<String> inStates(String path, WorkKind kind) {
    return states(kind).stream()
        .sorted()
        .map(state -> path + here() + "&state=" + state + "&")
        .toList();
  }

  private String here() {
    return "warehouse=" + coded(warehouse.code());
  }

  private static String coded(String text) {
    return HttpServerLink.encoded(text);
  }

  private static WorkItem plain(WorkKind kind, Map<String, Object> item) {
    String number =
        switch (kind) {
          case PUT_AWAY -> "task";
          case REASON -> "code";
          case TASK, PICK, COUNT, TRANSFER, NOTICE -> "number";
        };
    return new WorkItem(String.valueOf(item.get(number)), ANY.toJson(item));
  }

  /// With what the list does not say of it.
  private WorkItem item(WorkKind kind, Map<String, Object> item) {
    Map<String, Object> whole = new LinkedHashMap<>(item);
    String number = plain(kind, item).number();
    switch (kind) {
      case COUNT ->
          whole.put("bin_list", all("/api/v1/counts/" + coded(number) + "/bins?" + here() + "&"));
      case NOTICE ->
          whole.put("lines", all("/api/v1/asns/" + coded(number) + "/lines?" + here() + "&"));
      case TRANSFER -> {
        whole = value(link.one("/api/v1/transfers/" + coded(number) + "?" + here()));
      }
      case PUT_AWAY -> {
        String path = "/api/v1/put-aways/" + coded(number) + "/suggestion?" + here();
        if (link.one(path) instanceof Reply.Ok<Map<String, Object>> ok
            && ok.value().get("best") instanceof List<?> best) {
          whole.put("others", best);
        }
      }
      case TASK, PICK, REASON -> {
        // says all
      }
    }
    return new WorkItem(number, ANY.toJson(whole));
  }

  private List<Map<String, Object>> all(String path) {
    List<Map<String, Object>> items = new ArrayList<>();
    String after = "";
    do {
      Page<Map<String, Object>> page = value(link.list(path, after));
      items.addAll(page.items());
      after = page.next().orElse("");
    } while (!after.isEmpty());
    return items;
  }

  private static <T> T value(Reply<T> reply) {
    return switch (reply) {
      case Reply.Ok<T>(T value) -> value;
      case Reply.Failed<T>(Reply.Trouble trouble) -> throw new Failed(trouble);
    };
  }
}
