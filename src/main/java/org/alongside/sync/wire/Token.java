package org.alongside.sync.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `POST /sync/v1/token`, twice: first without a signature for a challenge, then with the challenge
/// signed for a token of fifteen minutes bound to the device's key.
public final class Token {
    private Token() {}

    /// @param signature over [Wire#toSign], Base64; null to ask for a challenge
    public record Request(
            String device,
            @Nullable String challenge,
            @Nullable String signature) {}

    /// Exactly one of challenge and token is given.
    public record Answer(
            @Nullable String challenge,
            @Nullable String token,
            @Nullable Instant expiresAt) {}
}
