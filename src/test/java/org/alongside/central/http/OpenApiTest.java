package org.alongside.central.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.TreeSet;
import org.alongside.central.CentralConfig;
import org.alongside.central.CentralService;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

    @Test
    void theDocumentNamesExactlyTheRoutesThereAre(@TempDir Path home) {
        var documented = new TreeSet<String>();
        Json.MAPPER
                .readTree(OperationsRoutes.openApi())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var answered = new TreeSet<String>();
        try (var service = CentralService.start(CentralConfig.trial(home, 0, Clock.systemUTC()))) {
            service.routes().forEach(route -> answered.add(route));
        }
        assertThat(documented).isEqualTo(answered);
    }
}
