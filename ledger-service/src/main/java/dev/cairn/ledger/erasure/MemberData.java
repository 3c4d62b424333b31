package dev.cairn.ledger.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the ledger keeps of a member and of those that were merged into it.
 *
 * @param tables rows by table; a table without any is missing
 */
public record MemberData(String member, Instant at, Map<String, List<JsonNode>> tables) {}
