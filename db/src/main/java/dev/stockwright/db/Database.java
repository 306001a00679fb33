package dev.stockwright.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A migrated PostgreSQL and its connection pools: commands and reads do not take each other's
/// connections. Thread-safe; close it to give the connections back.
public final class Database implements AutoCloseable {
  /// The oldest PostgreSQL that has what the migrations use, as `server_version_num`.
  static final int VERSION_MIN = 150_000;

  /// How long a PostgreSQL that is there may take to start up, and what it says meanwhile.
  private static final long STARTING_NANOS = 60_000_000_000L;

  private static final String CANNOT_CONNECT_NOW = "57P03";

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private static final String OPTIONS =
      "-c lock_timeout=2000 -c statement_timeout=10000 -c TimeZone=UTC"
          + " -c idle_in_transaction_session_timeout=10000 -c random_page_cost=1.1";

  /// The desk's statements join arrays to tables by whole keys: one plan by index fits every batch,
  /// and planning anew for each would cost more than running it.
  private static final String COMMAND_OPTIONS =
      OPTIONS
          + " -c plan_cache_mode=force_generic_plan"
          + " -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off";

  private final HikariDataSource commands;
  private final HikariDataSource reads;

  private Database(HikariDataSource commands, HikariDataSource reads) {
    this.commands = commands;
    this.reads = reads;
  }

  /// Checks the PostgreSQL at `place`, brings its tables up to date, and opens the pools.
  ///
  /// @throws DatabaseUnfit when it cannot be reached, is too old, or would lose what was
  /// acknowledged
  public static Database open(DatabasePlace place) {
    HikariDataSource commands =
        pool(place, "commands", place.commandConnections(), COMMAND_OPTIONS);
    HikariDataSource reads = pool(place, "reads", place.readConnections(), OPTIONS);
    try {
      check(commands);
      migrate(commands);
      return new Database(commands, reads);
    } catch (RuntimeException e) {
      commands.close();
      reads.close();
      throw e;
    }
  }

  /// Connections for transactions that change something; auto-commit is off.
  public Connection commandConnection() throws SQLException {
    return commands.getConnection();
  }

  /// The same, for a library that wants to ask for them itself.
  public DataSource commandSource() {
    return commands;
  }

  /// Connections for questions; auto-commit is off.
  public Connection readConnection() throws SQLException {
    return reads.getConnection();
  }

  /// How a pool of connections stands.
  ///
  /// @param inUse lent out now
  /// @param idle open and free
  /// @param waiting threads that wait for one
  public record Connections(int inUse, int idle, int waiting) {}

  /// How the connections for changes stand.
  public Connections commandConnections() {
    return connections(commands);
  }

  /// How the connections for questions stand.
  public Connections readConnections() {
    return connections(reads);
  }

  private static Connections connections(HikariDataSource pool) {
    HikariPoolMXBean state = pool.getHikariPoolMXBean();
    return new Connections(
        state.getActiveConnections(),
        state.getIdleConnections(),
        state.getThreadsAwaitingConnection());
  }

  /// jOOQ over the connections for questions.
  public DSLContext reading() {
    return DSL.using(reads, SQLDialect.POSTGRES, new Settings().withRenderSchema(false));
  }

  /// jOOQ over the connections for changes.
  public DSLContext changing() {
    return DSL.using(commands, SQLDialect.POSTGRES, new Settings().withRenderSchema(false));
  }

  /// jOOQ over a connection that the caller holds.
  public static DSLContext on(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES, new Settings().withRenderSchema(false));
  }

  @Override
  public void close() {
    commands.close();
    reads.close();
  }

  private static HikariDataSource pool(
      DatabasePlace place, String purpose, int size, String options) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("stockwright-" + purpose);
    config.setJdbcUrl(place.url());
    config.setUsername(place.user());
    config.setPassword(place.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(size);
    config.setAutoCommit(false);
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(500);
    config.setKeepaliveTime(60_000);
    config.setMaxLifetime(600_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "stockwright-" + purpose);
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("loginTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "15");
    config.addDataSourceProperty("cancelSignalTimeout", "3");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("prepareThreshold", "2");
    config.addDataSourceProperty("options", options);
    return new HikariDataSource(config);
  }

  private static void check(DataSource source) {
    try (Connection connection = firstConnection(source);
        Statement statement = connection.createStatement()) {
      int version = Integer.parseInt(show(statement, "server_version_num"));
      if (version < VERSION_MIN) {
        throw new DatabaseUnfit(
            "PostgreSQL "
                + show(statement, "server_version")
                + " is too old; 15 or newer is needed");
      }
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        if (show(statement, setting).equals("off")) {
          throw new DatabaseUnfit(
              "PostgreSQL runs with "
                  + setting
                  + " = off and would lose acknowledged work in a power cut; set it on");
        }
      }
    } catch (SQLException e) {
      throw new DatabaseUnfit(
          "PostgreSQL cannot be reached; check database.url and that it runs", e);
    }
  }

  /// Waits for a PostgreSQL that is starting up, as after a power cut, when it goes through its
  /// log.
  private static Connection firstConnection(DataSource source) throws SQLException {
    long deadline = System.nanoTime() + STARTING_NANOS;
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLException e) {
        if (!startingUp(e) || System.nanoTime() > deadline) {
          throw e;
        }
        LOG.info("PostgreSQL is starting up; waiting for it");
      }
    }
  }

  private static boolean startingUp(SQLException e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof SQLException said && CANNOT_CONNECT_NOW.equals(said.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:dev/stockwright/db/migration")
        .loggers("slf4j")
        .load()
        .migrate();
  }
}
