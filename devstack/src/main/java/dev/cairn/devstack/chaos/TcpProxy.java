package dev.cairn.devstack.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Stands between a client and a server on this machine, and can be told to cut connections. */
final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 16_384;

    private final IntSupplier target;
    private final Supplier<Tap> taps;
    private final byte[] whenAway;
    private final ServerSocket door;

    /**
     * @param target port of the server, which may change while it restarts
     * @param taps makes one for each connection
     * @param whenAway said to clients while nobody listens there: nothing was passed on
     */
    TcpProxy(IntSupplier target, Supplier<Tap> taps, byte[] whenAway) {
        this.target = target;
        this.taps = taps;
        this.whenAway = whenAway.clone();
        try {
            this.door = new ServerSocket();
            door.bind(new InetSocketAddress(loopback(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy found no port.", e);
        }
        Thread.ofPlatform().daemon().name("proxy").start(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        quietly(door);
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException closed) {
                // the loop ends, or the client has gone before we saw it
            }
        }
    }

    private void serve(Socket client) {
        Socket server = new Socket();
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(loopback(), target.getAsInt()));
        } catch (IOException away) {
            refuse(client);
            return;
        }
        Tap tap = taps.get();
        Thread.ofPlatform().daemon().start(() -> answers(client, server, tap));
        try {
            pass(client.getInputStream(), server.getOutputStream(), tap);
        } catch (IOException gone) {
            // both ends are closed below
        } finally {
            quietly(server);
            quietly(client);
        }
    }

    private void refuse(Socket client) {
        try {
            if (whenAway.length > 0) {
                // A socket that is closed with unread bytes is reset, and the words would be lost.
                client.getInputStream().read(new byte[CHUNK]);
                client.getOutputStream().write(whenAway);
            }
        } catch (IOException gone) {
            // nobody waits for the words
        } finally {
            quietly(client);
        }
    }

    private static void pass(InputStream from, OutputStream to, Tap tap) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
            tap.asked(chunk, length);
            to.write(chunk, 0, length);
        }
    }

    private static void answers(Socket client, Socket server, Tap tap) {
        byte[] chunk = new byte[CHUNK];
        try (client;
                server) {
            InputStream from = server.getInputStream();
            OutputStream to = client.getOutputStream();
            for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
                if (!tap.lets(chunk, length)) {
                    return;
                }
                to.write(chunk, 0, length);
            }
        } catch (IOException gone) {
            // both ends are closed by now
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private static void quietly(Closeable what) {
        try {
            what.close();
        } catch (IOException closedAlready) {
            // that is what we want
        }
    }
}
