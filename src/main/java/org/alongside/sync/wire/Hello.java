package org.alongside.sync.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Answer to `GET /sync/v1/hello`; needs no sign-in.
///
/// @param demonstration whether the service holds invented data, for which `--clock` may be asked
public record Hello(
        List<Integer> protocols,
        List<String> codecs,
        Map<String, Long> limits,
        String epoch,
        Instant serviceTime,
        String minimumClient,
        String tenant,
        String council,
        boolean demonstration) {}
