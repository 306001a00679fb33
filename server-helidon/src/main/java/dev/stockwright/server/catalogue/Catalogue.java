package dev.stockwright.server.catalogue;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Gates;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The database's numbers of codes. Only what exists is remembered, so a code that is added later
/// is found when it is asked for again. Numbers never change; thread-safe.
public final class Catalogue implements Gates {
  private final Map<WarehouseCode, Site> sites = new ConcurrentHashMap<>();
  private final Map<Sku, Integer> products = new ConcurrentHashMap<>();
  private final Map<Integer, Sku> skus = new ConcurrentHashMap<>();
  private final Map<Place, Integer> places = new ConcurrentHashMap<>();
  private final Map<Integer, LocationCode> codes = new ConcurrentHashMap<>();
  private final Map<WarehouseCode, Standing> standings = new ConcurrentHashMap<>();
  private volatile Set<Sku> off = Set.of();
  private volatile Map<Sku, List<Sku>> kits = Map.of();

  /// The warehouse, when it was learned.
  public Optional<Site> site(WarehouseCode code) {
    return Optional.ofNullable(sites.get(code));
  }

  /// The product's number, when it was learned.
  public OptionalInt product(Sku sku) {
    Integer id = products.get(sku);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /// The number of a real location, when it was learned, or of a virtual one.
  public OptionalInt place(Place place) {
    int virtual = VirtualLocation.number(place.location());
    if (virtual > 0) {
      return OptionalInt.of(virtual);
    }
    Integer id = places.get(place);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  @Override
  public Optional<Refusal> barred(WarehouseCode warehouse, LocationCode location, Way way) {
    Standing known = standings.get(warehouse);
    return known == null ? Optional.empty() : known.barred(location, way);
  }

  @Override
  public boolean active(Sku sku) {
    return !off.contains(sku);
  }

  @Override
  public List<Sku> components(Sku sku) {
    return kits.getOrDefault(sku, List.of());
  }

  /// Makes sure that what is remembered of the warehouse's rules is of this version. Called by
  /// whoever holds the warehouse's lock, without which they do not change.
  public void rulesAt(Connection connection, WarehouseCode warehouse, long version)
      throws SQLException {
    Standing known = standings.get(warehouse);
    if (known != null && known.version() == version) {
      return;
    }
    off = skus(connection, "SELECT sku FROM product WHERE NOT active");
    kits = readKits(connection);
    if (known != null) {
      sites.remove(warehouse);
      learnSites(connection, List.of(warehouse));
    }
    standings.put(warehouse, Standing.read(connection, warehouse, version));
  }

  private static Set<Sku> skus(Connection connection, String sql) throws SQLException {
    Set<Sku> skus = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        skus.add(new Sku(rows.getString(1)));
      }
    }
    return Set.copyOf(skus);
  }

  private static Map<Sku, List<Sku>> readKits(Connection connection) throws SQLException {
    Map<Sku, List<Sku>> all = new HashMap<>();
    String sql =
        "SELECT k.sku, p.sku FROM kit_component c JOIN product k ON k.id = c.kit_id"
            + " JOIN product p ON p.id = c.product_id ORDER BY 1, 2";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.computeIfAbsent(new Sku(rows.getString(1)), any -> new ArrayList<>())
            .add(new Sku(rows.getString(2)));
      }
    }
    return Map.copyOf(all);
  }

  /// The code of a location, when it was learned.
  public Optional<LocationCode> code(int place) {
    return Optional.ofNullable(codes.get(place));
  }

  /// Reads the codes of locations that are not known yet.
  public void learnCodes(Connection connection, Collection<Integer> wanted) throws SQLException {
    Integer[] unknown =
        wanted.stream().filter(id -> !codes.containsKey(id)).distinct().toArray(Integer[]::new);
    if (unknown.length == 0) {
      return;
    }
    String sql = "SELECT id, code FROM location WHERE id = ANY(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("int4", unknown));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          codes.put(rows.getInt(1), new LocationCode(rows.getString(2)));
        }
      }
    }
  }

  /// Remembers a location that was met while reading something else.
  public void remember(Place place, int id) {
    places.putIfAbsent(place, id);
  }

  /// Reads what is asked for and not known yet.
  public void learn(
      Connection connection,
      Collection<WarehouseCode> warehouses,
      Collection<Sku> skus,
      Collection<Place> wanted)
      throws SQLException {
    learnSites(connection, warehouses);
    learnProducts(connection, skus);
    learnPlaces(connection, wanted);
  }

  private void learnSites(Connection connection, Collection<WarehouseCode> warehouses)
      throws SQLException {
    String[] unknown = unknown(warehouses, sites, WarehouseCode::code);
    if (unknown.length == 0) {
      return;
    }
    String sql =
        """
        SELECT w.id, w.code, w.receiving_location, l.id
          FROM warehouse w
          JOIN location l ON l.warehouse_id = w.id AND l.code = w.receiving_location
         WHERE w.code = ANY(?)""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", unknown));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          WarehouseCode code = new WarehouseCode(rows.getString(2));
          LocationCode receiving = new LocationCode(rows.getString(3));
          places.put(new Place(code, receiving), rows.getInt(4));
          sites.put(code, new Site(rows.getInt(1), code, receiving));
        }
      }
    }
  }

  private void learnProducts(Connection connection, Collection<Sku> skus) throws SQLException {
    String[] unknown = unknown(skus, products, Sku::code);
    if (unknown.length == 0) {
      return;
    }
    String sql = "SELECT id, sku FROM product WHERE sku = ANY(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", unknown));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          learned(rows.getInt(1), new Sku(rows.getString(2)));
        }
      }
    }
  }

  private void learned(int id, Sku sku) {
    products.put(sku, id);
    skus.put(id, sku);
  }

  /// The product with this number, which exists; looked up when it is not remembered.
  public Sku sku(Connection connection, int id) throws SQLException {
    Sku known = skus.get(id);
    if (known != null) {
      return known;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT sku FROM product WHERE id = ?")) {
      statement.setInt(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        Sku sku = new Sku(rows.getString(1));
        learned(id, sku);
        return sku;
      }
    }
  }

  private void learnPlaces(Connection connection, Collection<Place> wanted) throws SQLException {
    Place[] unknown =
        wanted.stream()
            .filter(place -> !places.containsKey(place) && sites.containsKey(place.warehouse()))
            .distinct()
            .toArray(Place[]::new);
    if (unknown.length == 0) {
      return;
    }
    String[] warehouseCodes = new String[unknown.length];
    String[] codes = new String[unknown.length];
    for (int i = 0; i < unknown.length; i++) {
      warehouseCodes[i] = unknown[i].warehouse().code();
      codes[i] = unknown[i].location().code();
    }
    String sql =
        """
        SELECT l.id, w.code, l.code
          FROM unnest(?::text[], ?::text[]) AS k(warehouse, code)
          JOIN warehouse w ON w.code = k.warehouse
          JOIN location l ON l.warehouse_id = w.id AND l.code = k.code""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", warehouseCodes));
      statement.setArray(2, connection.createArrayOf("text", codes));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          WarehouseCode warehouse = new WarehouseCode(rows.getString(2));
          LocationCode code = new LocationCode(rows.getString(3));
          places.put(new Place(warehouse, code), rows.getInt(1));
        }
      }
    }
  }

  private static <T> String[] unknown(
      Collection<T> asked, Map<T, ?> known, java.util.function.Function<T, String> code) {
    return asked.stream()
        .filter(each -> !known.containsKey(each))
        .distinct()
        .map(code)
        .toArray(String[]::new);
  }
}
