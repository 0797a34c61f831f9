package org.alongside.central.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// TLS of a server that a service's own authority vouches for: for tests that stand between a laptop and the
/// service.
public final class SameAuthority {
    private SameAuthority() {}

    /// @param home the service's, where the authority's key is
    public static SSLContext in(Path home) {
        try {
            ServerIdentity identity = CertificateAuthority.in(home).issue("127.0.0.1");
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity.store(), ServerIdentity.STORE_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
