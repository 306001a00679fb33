package dev.stockwright.devices.llrp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// TLS to a reader, with its certificate and its name checked.
final class TlsSockets {
  private TlsSockets() {}

  /// Puts TLS over an open connection; the handshake is done when this returns.
  static Socket over(Socket plain, ReaderSettings settings, ReaderSettings.Tls tls)
      throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust(tls.trusted()), null);
      SSLSocket socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(plain, settings.host(), settings.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new SSLException(e.getMessage(), e);
    }
  }

  private static TrustManager[] trust(Optional<Path> file)
      throws IOException, GeneralSecurityException {
    if (file.isEmpty()) {
      return managers(null);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    Collection<? extends Certificate> known;
    try (InputStream in = Files.newInputStream(file.get())) {
      known = CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
    if (known.isEmpty()) {
      throw new SSLException(file.get() + " holds no certificate");
    }
    int number = 0;
    for (Certificate certificate : known) {
      number++;
      store.setCertificateEntry("trusted-" + number, certificate);
    }
    for (TrustManager manager : managers(store)) {
      if (manager instanceof X509ExtendedTrustManager authorities) {
        return new TrustManager[] {new Pinned(known, authorities)};
      }
    }
    throw new SSLException("this Java has no way to check certificates");
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store); // Null stands for the system's authorities.
    return factory.getTrustManagers();
  }

  /// Readers sign their own certificates, often without the name they are reached by. One that
  /// somebody put into the file is trusted as it is while it is valid; for all others the usual
  /// rules hold.
  private static final class Pinned extends X509ExtendedTrustManager {
    private final Collection<? extends Certificate> known;
    private final X509ExtendedTrustManager authorities;

    Pinned(Collection<? extends Certificate> known, X509ExtendedTrustManager authorities) {
      this.known = known;
      this.authorities = authorities;
    }

    private boolean pinned(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !known.contains(chain[0])) {
        return false;
      }
      chain[0].checkValidity();
      return true;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      if (!pinned(chain)) {
        authorities.checkServerTrusted(chain, type, socket);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      if (!pinned(chain)) {
        authorities.checkServerTrusted(chain, type, engine);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (!pinned(chain)) {
        authorities.checkServerTrusted(chain, type);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("no client is expected: " + Arrays.toString(chain));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("no client is expected: " + Arrays.toString(chain));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client is expected: " + Arrays.toString(chain));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return authorities.getAcceptedIssuers();
    }
  }
}
