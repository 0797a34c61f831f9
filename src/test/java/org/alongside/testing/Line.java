package org.alongside.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.alongside.central.http.SameAuthority;
import org.alongside.central.testing.TestLaptop;
import org.jspecify.annotations.Nullable;

/// The network between a laptop and the service: it ends TLS with a certificate of the service's own authority,
/// keeps every byte the laptop receives, can be unplugged, and can lose an answer that the service has given.
public final class Line implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final URI service;
    private final SSLContext ours;
    private final SSLContext theirs;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();
    private volatile ServerSocket door;

    private Line(Council council) {
        this.service = URI.create(council.url());
        this.ours = SameAuthority.in(council.home());
        this.theirs = TestLaptop.trusting(council.ca());
        this.door = open(0);
    }

    public static Line to(Council council) {
        return new Line(council);
    }

    public String url() {
        return "https://127.0.0.1:" + door.getLocalPort();
    }

    /// From now on nobody answers.
    public void unplug() {
        quietly(door);
        open.forEach(Line::quietly);
    }

    public void plug() {
        door = open(door.getLocalPort());
    }

    /// The next answer to this call is lost on its way, after the service has given it.
    public void loseAnswerTo(String call) {
        lost.set("POST " + call + " ");
    }

    /// Whether the answer that was to be lost has been.
    public boolean hasLostIt() {
        return lost.get() == null;
    }

    /// Everything that came from the service, as text, without the marks that cut an answer in pieces.
    public String received() {
        byte[] all;
        synchronized (received) {
            all = received.toByteArray();
        }
        String pieces = new String(all, StandardCharsets.ISO_8859_1);
        return new String(
                pieces.replaceAll("\r\n[0-9a-fA-F]+\r\n", "").getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    private ServerSocket open(int port) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            Thread.ofVirtual().start(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket plain = at.accept();
                open.add(plain);
                Thread.ofVirtual().start(() -> join(plain));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket plain) {
        try (plain;
                Socket laptop = ours.getSocketFactory().createSocket(plain, null, true);
                Socket council = theirs.getSocketFactory().createSocket(service.getHost(), service.getPort())) {
            open.add(council);
            var losing = new AtomicReference<>(false);
            Thread up = Thread.ofVirtual().start(() -> up(laptop, council, losing));
            down(council, laptop, losing);
            quietly(laptop);
            up.join();
        } catch (IOException e) {
            // A cut line is what this is for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The laptop's questions, each asking for an answer that is not packed.
    private void up(Socket laptop, Socket council, AtomicReference<Boolean> losing) {
        try (InputStream in = laptop.getInputStream();
                OutputStream out = council.getOutputStream()) {
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String asked = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                String call = lost.get();
                if (call != null && asked.startsWith(call)) {
                    losing.set(true);
                }
                out.write(asked.replaceFirst("(?i)accept-encoding: gzip", "Accept-Encoding: none")
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException e) {
            quietly(council);
        }
    }

    private void down(Socket council, Socket laptop, AtomicReference<Boolean> losing) throws IOException {
        InputStream in = council.getInputStream();
        OutputStream out = laptop.getOutputStream();
        byte[] buffer = new byte[65536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (losing.get()) {
                lost.set(null);
                quietly(laptop);
                quietly(council);
                return;
            }
            synchronized (received) {
                received.write(buffer, 0, n);
            }
            out.write(buffer, 0, n);
            out.flush();
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // Closed either way.
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
