package dev.cairn.devstack.sinks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accepts SMS the way Twilio's REST API does: a form, basic authentication, JSON answers.
 *
 * <p>The number {@code +15005550001} is refused as invalid and {@code +15005550004} as blocked by
 * its owner, as with the provider's own test numbers.
 */
final class SmsProvider {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH =
            Pattern.compile("/2010-04-01/Accounts/([^/]+)/Messages\\.json");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int LONGEST_BODY = 1_600;

    private final String account;
    private final String token;
    private final Received received;

    SmsProvider(String account, String token, Received received) {
        this.account = account;
        this.token = token;
        this.received = received;
    }

    Answer answer(Request request) {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return refused(404, 20404, "The requested resource was not found");
        }
        if (!path.group(1).equals(account) || !mayIn(request.authorization())) {
            return refused(401, 20003, "Authenticate");
        }
        if (!request.method().equals("POST")) {
            return refused(405, 20004, "Method not allowed");
        }
        if (!request.contentType().startsWith("application/x-www-form-urlencoded")) {
            return refused(415, 20007, "The content type must be a form");
        }
        Map<String, String> form = form(request.body());
        return refusal(form).orElseGet(() -> accept(form));
    }

    private Optional<Answer> refusal(Map<String, String> form) {
        String to = form.getOrDefault("To", "");
        String body = form.getOrDefault("Body", "");
        if (to.isBlank()) {
            return Optional.of(refused(400, 21604, "A 'To' phone number is required."));
        }
        if (!E164.matcher(to).matches() || to.equals("+15005550001")) {
            return Optional.of(refused(400, 21211, "Invalid 'To' Phone Number: " + to));
        }
        if (to.equals("+15005550004")) {
            return Optional.of(refused(400, 21610, "Attempt to send to unsubscribed recipient"));
        }
        if (form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", "")).isBlank()) {
            return Optional.of(refused(400, 21603, "A 'From' phone number is required."));
        }
        if (body.isBlank()) {
            return Optional.of(refused(400, 21602, "Message body is required."));
        }
        if (body.length() > LONGEST_BODY) {
            return Optional.of(refused(400, 21617, "The body exceeds the 1600 character limit."));
        }
        return Optional.empty();
    }

    private Answer accept(Map<String, String> form) {
        long number = received.add("sms", form.get("To"), JSON.valueToTree(form));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sid", "SM%032x".formatted(number));
        body.put("account_sid", account);
        body.put("to", form.get("To"));
        body.put("from", form.get("From"));
        body.put("body", form.get("Body"));
        body.put("status", "queued");
        body.put("error_code", null);
        body.put("error_message", null);
        return new Answer(201, body);
    }

    private boolean mayIn(String authorization) {
        String expected = account + ":" + token;
        byte[] bytes = expected.getBytes(StandardCharsets.UTF_8);
        return authorization.equals("Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    private static Answer refused(int status, int code, String message) {
        return new Answer(status, Map.of("code", code, "message", message, "status", status));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> form.put(decoded(pair[0]), decoded(pair[1])));
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
