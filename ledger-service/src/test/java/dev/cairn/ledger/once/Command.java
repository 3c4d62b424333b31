package dev.cairn.ledger.once;

import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import java.util.Map;

/**
 * What a caller sends.
 *
 * @param body null for none
 */
record Command(String token, String method, String path, Object body) {

    static Command post(String token, String path, Object body) {
        return new Command(token, "POST", path, body);
    }

    static Command delete(String token, String path) {
        return new Command(token, "DELETE", path, null);
    }

    /** The same with one field more or another one. */
    Command with(String field, Object value) {
        var changed = new java.util.HashMap<String, Object>();
        if (body instanceof Map<?, ?> fields) {
            fields.forEach((name, old) -> changed.put(name.toString(), old));
        }
        changed.put(field, value);
        return new Command(token, method, path, changed);
    }

    Response send(String key) {
        var request = Shop.as(token).header("Idempotency-Key", key);
        return (body == null ? request : request.body(body)).request(method, path);
    }
}
