package dev.stockwright.client.sync;

import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts one certificate, by its SHA-256, and no other: for a site whose server has made its own.
/// The certificate is the server itself, so that no name is looked at.
public final class PinnedCertificate extends X509ExtendedTrustManager {
  private final byte[] sha256;

  private PinnedCertificate(String sha256) {
    this.sha256 = HexFormat.of().parseHex(sha256);
  }

  /// For a client that talks to that server alone.
  ///
  /// @param sha256 of the certificate, 64 hexadecimal digits
  private static SSLContext context(String sha256) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new PinnedCertificate(sha256)}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS cannot be used", e);
    }
  }

  /// A client of one server.
  ///
  /// @param sha256 of its certificate; absent: whoever this machine trusts is trusted
  public static HttpClient client(Optional<String> sha256, Duration connect) {
    HttpClient.Builder client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect);
    sha256.map(PinnedCertificate::context).ifPresent(client::sslContext);
    return client.build();
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    try {
      byte[] shown = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
      if (!MessageDigest.isEqual(sha256, shown)) {
        throw new CertificateException("certificate " + HexFormat.of().formatHex(shown));
      }
      chain[0].checkValidity();
    } catch (GeneralSecurityException e) {
      throw e instanceof CertificateException known ? known : new CertificateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no client comes here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
