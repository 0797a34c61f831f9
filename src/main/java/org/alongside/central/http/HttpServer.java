package org.alongside.central.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Limits;
import org.alongside.sync.wire.Wire;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTPS server: TLS 1.3, HTTP/1.1 and nothing else, a virtual thread a request, and bounds on
/// everything a client can send: length and pace of heads and bodies, requests at once, time.
/// HTTP/2 is not offered: decision 5.
final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration HEAD_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BODY_GRACE = Duration.ofSeconds(3);
    private static final long BODY_BYTES_A_SECOND = 200;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(8);
    private static final Duration LAST_WORDS = Duration.ofMillis(300);
    private static final int AT_ONCE = 64;
    private static final int WAITING = 256;

    /// One address may be a whole council's (all its laptops behind one door).
    private static final int AT_ONCE_OF_AN_ADDRESS = 64;

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;
    private final GracefulHandler graceful;

    HttpServer(ServerIdentity identity, String bind, int port, List<Route> routes, Supplier<String> epoch, Ids ids)
            throws IOException, GeneralSecurityException {
        server.setStopTimeout(LONGEST_REQUEST.multipliedBy(2).toMillis());
        server.setErrorHandler(new ProblemErrors(epoch));
        connector = connector(identity);
        connector.setHost(bind);
        connector.setPort(port);
        server.addConnector(connector);
        graceful = chain(new RouteHandler(routes, ids));
        server.setHandler(new Signed(epoch, graceful));
    }

    private ServerConnector connector(ServerIdentity identity) throws IOException, GeneralSecurityException {
        var https = new HttpConfiguration();
        https.addCustomizer(new SecureRequestCustomizer(false));
        https.setSendServerVersion(false);
        https.setSendDateHeader(true);
        https.setRequestHeaderSize(Limits.REQUEST_HEAD_BYTES);
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(identity.store());
        tls.setKeyStorePassword(ServerIdentity.STORE_PASSWORD);
        tls.setIncludeProtocols("TLSv1.3");
        tls.setSniRequired(false);
        var http1 = new HttpConnectionFactory(https);
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        var made = new ServerConnector(server, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http1);
        made.setIdleTimeout(IDLE.toMillis());
        // Counts when requests have ended already (stop): for connections that idle, not for work.
        made.setShutdownIdleTimeout(LAST_WORDS.toMillis());
        made.addBean(new SlowHeads(server, HEAD_PATIENCE));
        return made;
    }

    /// From outside in: graceful stop, what comes (length as sent, pace), how many at once, unpacking,
    /// length unpacked, routes.
    private static GracefulHandler chain(Handler routes) {
        var gzip = new GzipCompression();
        var packing = new GzipEncoderConfig();
        packing.setSyncFlush(true);
        gzip.setDefaultEncoderConfig(packing);
        var compression = new CompressionHandler(new BodyLimits(routes, HttpServer::bytesMax, Duration.ZERO, 0));
        compression.putCompression(gzip);
        compression.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .defaults()
                        .compressIncludeMimeType(Wire.NDJSON)
                        .compressIncludeMimeType(Answer.JSON)
                        .compressIncludeMethod("POST")
                        .decompressIncludeMethod("POST")
                        .build());
        var queue = new QoSHandler(threads(compression));
        queue.setMaxRequestCount(AT_ONCE);
        queue.setMaxSuspendedRequestCount(WAITING);
        queue.setMaxSuspend(Duration.ofSeconds(5));
        return new GracefulHandler(new BodyLimits(queue, HttpServer::bytesMax, BODY_GRACE, BODY_BYTES_A_SECOND));
    }

    private static Handler threads(Handler inner) {
        var limit = new ThreadLimitHandler(inner, null, false);
        limit.setThreadLimit(AT_ONCE_OF_AN_ADDRESS);
        return limit;
    }

    /// Files that an administrator hands in may be long; nothing else.
    private static long bytesMax(Request request) {
        return Request.getPathInContext(request).equals(AdminRoutes.UPLOADS)
                ? Limits.IMPORT_FILE_BYTES
                : Limits.REQUEST_BYTES;
    }

    /// @return the port
    int start() {
        try {
            server.start();
            return connector.getLocalPort();
        } catch (IOException e) {
            throw org.alongside.kernel.BadInput.of(
                    "port-not-free", "port", "The service cannot listen on this address and port.");
        } catch (Exception e) {
            throw new IllegalStateException("the server does not start", e);
        }
    }

    /// Takes no more requests, lets those in hand end, and stops.
    void stop() {
        try {
            graceful.shutdown().get(LONGEST_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("stopping although a request has not ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }

    /// Puts on every answer what shows that it is the service's.
    private static final class Signed extends Handler.Wrapper {
        private final Supplier<String> epoch;

        Signed(Supplier<String> epoch, Handler inner) {
            super(inner);
            this.epoch = epoch;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            var headers = response.getHeaders();
            headers.put(Wire.SERVICE_HEADER, epoch.get());
            headers.put("Cache-Control", "no-store");
            headers.put("X-Content-Type-Options", "nosniff");
            headers.put("Referrer-Policy", "no-referrer");
            headers.put("Content-Security-Policy", "default-src 'none'");
            return super.handle(request, response, callback);
        }
    }
}
