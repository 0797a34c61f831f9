package org.alongside.central.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/// The key and certificate by which laptops know the service.
record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
    /// Guards nothing: the store lives in memory only.
    static final String STORE_PASSWORD = "in-memory";

    static ServerIdentity given(Path certificate, Path key) throws IOException, GeneralSecurityException {
        return new ServerIdentity(Pem.key(key), Pem.certificates(certificate));
    }

    KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("service", key, STORE_PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
        return store;
    }

    @Override
    public String toString() {
        return "server identity";
    }
}
