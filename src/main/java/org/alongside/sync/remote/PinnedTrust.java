package org.alongside.sync.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;

/// TLS that trusts the council's own authority and no other, whatever the machine trusts.
public final class PinnedTrust {
    private PinnedTrust() {}

    /// @param caPem the certificates of the authority
    /// @throws BadInput `ca-not-readable`
    public static SSLContext of(String caPem) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.UTF_8)));
            if (certificates.isEmpty()) {
                throw unreadable();
            }
            int number = 0;
            for (var certificate : certificates) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable();
        }
    }

    private static BadInput unreadable() {
        return BadInput.of("ca-not-readable", "ca", Texts.of("sync.ca-not-readable"));
    }
}
