package org.alongside.central.http;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Account;
import org.alongside.central.ServiceLife;
import org.alongside.central.admission.Blobs;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.sync.wire.BlobWire;

/// The calls of sealed attachments (`sync.md` 2.3).
final class BlobRoutes {
    private final ServiceLife life;
    private final Blobs blobs;
    private final Function<Exchange, Device> device;

    /// @param device proves who asks, as for every other call of a laptop
    BlobRoutes(ServiceLife life, Blobs blobs, Function<Exchange, Device> device) {
        this.life = life;
        this.blobs = blobs;
        this.device = device;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", BlobWire.BLOBS, this::declare),
                new Route("PUT", BlobWire.BLOBS + "/{blob}/{n}", this::chunk),
                new Route("HEAD", BlobWire.BLOBS + "/{blob}", this::state),
                new Route("GET", BlobWire.BLOBS + "/{blob}", this::content),
                new Route("POST", BlobWire.BLOBS + "/{blob}/complete", this::complete));
    }

    private Answer declare(Exchange exchange) throws IOException {
        Device asking = device.apply(exchange);
        return Answer.json(blobs.declare(asking, account(asking), exchange.json(BlobWire.Declaration.class)));
    }

    private Answer chunk(Exchange exchange) throws IOException {
        Device asking = device.apply(exchange);
        blobs.chunk(
                account(asking),
                exchange.query(BlobWire.STREAM),
                exchange.path("blob"),
                number(exchange.path("n")),
                exchange.header(BlobWire.CHUNK_HASH_HEADER),
                exchange.body(BlobWire.BYTES));
        return Answer.nothing();
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw BadInput.of("chunk-not-expected", Texts.of("central.chunk-not-expected"));
        }
        return Integer.parseInt(text);
    }

    private Answer state(Exchange exchange) {
        Device asking = device.apply(exchange);
        BlobWire.State state = blobs.state(account(asking), exchange.query(BlobWire.STREAM), exchange.path("blob"))
                .orElseThrow(BlobRoutes::notHere);
        return Answer.nothing()
                .with(BlobWire.COMPLETE_HEADER, Boolean.toString(state.complete()))
                .with(
                        BlobWire.CHUNKS_HEADER,
                        state.chunks().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private Answer content(Exchange exchange) {
        Device asking = device.apply(exchange);
        byte[] content = blobs.content(asking, account(asking), exchange.query(BlobWire.STREAM), exchange.path("blob"))
                .orElseThrow(BlobRoutes::notHere);
        return Answer.of(200, BlobWire.BYTES, content);
    }

    private Answer complete(Exchange exchange) {
        Device asking = device.apply(exchange);
        blobs.complete(account(asking), exchange.query(BlobWire.STREAM), exchange.path("blob"));
        return Answer.nothing();
    }

    private Account account(Device asking) {
        return life.account(asking.account());
    }

    /// Not there, not named and not yours sound alike.
    private static HttpProblem notHere() {
        return new HttpProblem(404, "blob-not-here", Texts.of("central.blob-not-here"));
    }
}
