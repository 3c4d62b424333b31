package dev.cairn.devstack.demo;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.keycloak.Realm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One call per service to copy and paste; each was run once, and its answer is shown. */
final class Curls {

    private static final int SHOWN = 160;
    private static final long PATIENCE_SECONDS = 20;
    private static final Map<Component, String> PATHS =
            Map.of(
                    Component.RULES, "/v1/me/progress",
                    Component.LEDGER, "/v1/me/points",
                    Component.SEGMENT, "/v1/me/segments",
                    Component.NOTIFY, "/v1/me/inbox");

    private final Api api;

    Curls(Api api) {
        this.api = api;
    }

    /** The command that puts a member's token into {@code $TOKEN}. */
    String token() {
        String form =
                api.tokens().memberForm(Realm.member(1)).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> "-d " + e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
        return "TOKEN=$(curl -s "
                + form
                + " "
                + api.platform().tokenUrl()
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')";
    }

    /** The calls, with the first line of what each answered just now. */
    List<Map<String, Object>> tried() {
        List<Map<String, Object>> tried = new ArrayList<>();
        for (Component service : Component.SERVICES) {
            String url = api.platform().url(service) + PATHS.get(service);
            String curl = "curl -s -H \"Authorization: Bearer $TOKEN\" " + url;
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("service", service.label());
            one.put("curl", curl);
            one.put("answer", firstLine(run(token() + "\n" + curl)));
            tried.add(one);
        }
        return tried;
    }

    private static String firstLine(String answer) {
        String line = answer.strip().lines().findFirst().orElse("(no answer)");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String run(String script) {
        try {
            Process shell =
                    new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
            byte[] output = shell.getInputStream().readAllBytes();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.destroy();
            }
            return new String(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "not tried: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not tried: interrupted";
        }
    }
}
