package dev.cairn.devstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that nobody uses now and that no outgoing connection will be given later. */
public final class FreePorts {

    /** Below the range from which kernels number outgoing connections (32768 on Linux). */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A free port that is none of those already promised to somebody else. */
    public static int next(Set<Integer> promised) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!promised.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "Found no free port between " + FIRST + " and " + LAST + " on 127.0.0.1.");
    }
}
