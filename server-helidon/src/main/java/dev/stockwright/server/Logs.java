package dev.stockwright.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.stockwright.server.config.ServerSettings;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Log lines on standard error: one JSON object a line for machines, or plain text for people. What
/// senders bring cannot forge a line: line breaks and escape characters never come through.
public final class Logs {
  /// A line with its exception; control characters inside are replaced.
  private static final String TEXT =
      "%d{HH:mm:ss.SSS} %-5level %logger{0}: %replace(%msg){'[\\p{Cntrl}&&[^\\t]]', '?'}%n%ex";

  private Logs() {}

  /// Sets up logging for this process.
  public static void setUp(ServerSettings.Log settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context, settings.json()));
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("dev.stockwright").setLevel(Level.toLevel(settings.level()));
    // It logs a port in use with its stack; we say it in a sentence.
    context.getLogger("io.helidon.webserver.LoomServer").setLevel(Level.OFF);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /// The encoder alone, writing to `out`; for tests of what a line looks like.
  static ch.qos.logback.core.OutputStreamAppender<ILoggingEvent> to(
      OutputStream out, LoggerContext context, boolean json) {
    ch.qos.logback.core.OutputStreamAppender<ILoggingEvent> appender =
        new ch.qos.logback.core.OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder(context, json));
    appender.setOutputStream(out);
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
    if (json) {
      JsonEncoder encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithSequenceNumber(false);
      encoder.setWithNanoseconds(false);
      encoder.setWithContext(false);
      encoder.setWithArguments(false);
      encoder.setWithMessage(false);
      encoder.setWithFormattedMessage(true);
      encoder.start();
      return encoder;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(TEXT);
    encoder.start();
    return encoder;
  }
}
