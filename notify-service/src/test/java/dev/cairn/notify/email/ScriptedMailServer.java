package dev.cairn.notify.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what a test wants at one step of the conversation. */
final class ScriptedMailServer implements AutoCloseable {
    /** As an answer: break the connection off. */
    static final String HANG_UP = "";

    private static final Map<String, String> USUAL =
            Map.of("EHLO", "250 test", "DATA", "354 go on", ".", "250 2.0.0 taken");

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedMailServer(Map<String, String> script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.startVirtualThread(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true)) {
            out.print("220 test\r\n");
            out.flush();
            var data = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (data && !line.equals(".")) {
                    continue;
                }
                var step = step(line);
                var answer = script.getOrDefault(step, USUAL.getOrDefault(step, "250 ok"));
                if (answer.equals(HANG_UP)) {
                    return;
                }
                out.print(answer + "\r\n");
                out.flush();
                if (step.equals("QUIT")) {
                    return;
                }
                data = answer.startsWith("354");
            }
        } catch (IOException e) {
            // The client went away; the test sees what that did.
        }
    }

    private static String step(String line) {
        return line.split("[ :]", 2)[0];
    }
}
