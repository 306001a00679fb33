package dev.stockwright.server.notify;

import dev.stockwright.server.config.ServerSettings;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/// Sends messages by SMTP (RFC 5321). A message keeps its `Message-ID` however often it is tried,
/// so that a mailbox can tell a double.
final class MailCourier implements Courier {
  private static final String WAIT_MILLIS = "10000";

  private final ServerSettings.Mail settings;
  private final InstantSource clock;

  MailCourier(ServerSettings.Mail settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Delivered deliver(Channel channel, Letter letter) {
    if (settings.host().isEmpty()) {
      return Delivered.later("No mail server is set; set mail.host of the server.");
    }
    try {
      Session session = session();
      Message message = message(session, channel, letter);
      Transport.send(message);
      return new Delivered.Sent();
    } catch (AddressException e) {
      return new Delivered.Never("An address cannot be used: " + e.getMessage());
    } catch (AuthenticationFailedException e) {
      return Delivered.later("The mail server does not know our user: " + e.getMessage());
    } catch (SendFailedException e) {
      Address[] invalid = e.getInvalidAddresses();
      boolean never = invalid != null && invalid.length > 0;
      String why = "The mail server refused: " + deepest(e);
      return never ? new Delivered.Never(why) : Delivered.later(why);
    } catch (MessagingException e) {
      return Delivered.later("The mail server cannot be reached: " + deepest(e));
    }
  }

  private Session session() {
    boolean tls = settings.security().equals("tls");
    String protocol = tls ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty("mail.transport.protocol.rfc822", protocol);
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "host", settings.host());
    properties.setProperty(prefix + "port", Integer.toString(settings.port()));
    properties.setProperty(prefix + "connectiontimeout", WAIT_MILLIS);
    properties.setProperty(prefix + "timeout", WAIT_MILLIS);
    properties.setProperty(prefix + "writetimeout", WAIT_MILLIS);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (settings.security().equals("starttls")) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (settings.user().isEmpty()) {
      return Session.getInstance(properties);
    }
    properties.setProperty(prefix + "auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(settings.user(), settings.password());
          }
        });
  }

  private MimeMessage message(Session session, Channel channel, Letter letter)
      throws MessagingException {
    String id = "<" + letter.id() + "@" + domain() + ">";
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(channel.address(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    return message;
  }

  private String domain() {
    String from = settings.from();
    return from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
  }

  private static String deepest(MessagingException e) {
    Exception next = e.getNextException();
    String own = e.getMessage();
    return next != null && next.getMessage() != null ? next.getMessage() : "" + own;
  }
}
