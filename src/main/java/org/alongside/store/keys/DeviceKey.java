package org.alongside.store.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/// The laptop's own key pair, Ed25519: what the service knows it by.
///
/// @param publicKey X.509 encoded
/// @param privateKey PKCS 8 encoded
@SuppressWarnings("ArrayRecordComponent") // never compared
record DeviceKey(byte[] publicKey, byte[] privateKey) {

    static DeviceKey random() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new DeviceKey(
                    pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
