package org.alongside.central.directory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The service's own secret, in a file and not in the database: seals what it hands out and wants to
/// know again (challenges, tokens) without storing it.
public final class ServiceKey {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private ServiceKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// Reads the key, and makes it where there is none.
    public static ServiceKey in(Path file) {
        return new ServiceKey(HexFormat.of().parseHex(SecretFile.readOrMake(file, ServiceKey::fresh)));
    }

    private static String fresh() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /// A text that only this service can have made for this purpose.
    public String seal(String purpose, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] seal = mac.doFinal((purpose + "\n" + content).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// Compares in a time that tells nothing.
    public boolean isSeal(String seal, String purpose, String content) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), seal(purpose, content).getBytes(StandardCharsets.UTF_8));
    }
}
