package org.alongside.sync.wire;

/// `POST /sync/v1/devices`: a laptop gives its public key and a one-time code.
public final class Enrolment {
    private Enrolment() {}

    /// @param user the account's name
    /// @param publicKey Ed25519, X.509 encoded, Base64
    public record Request(String user, String code, String publicKey, String profile) {}

    /// @param device the id the service gave the laptop
    /// @param leaseDays how long cases may be read without contact
    public record Answer(
            String device,
            int leaseDays,
            String tenant,
            String council,
            String user,
            String display,
            String role,
            String epoch) {}
}
