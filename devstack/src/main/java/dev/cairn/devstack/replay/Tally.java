package dev.cairn.devstack.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened to the file's lines on the way into the platform. */
final class Tally {

    private long rows;
    private long purchases;
    private long returns;
    private long returnRows;
    private long matchedPieces;
    private long unmatchedPieces;
    private long rowsWithoutMatch;
    private final Map<String, Long> rejected = new TreeMap<>();

    void row() {
        rows++;
    }

    void rejected(Reason reason) {
        rejected.merge(reason.label(), 1L, Long::sum);
    }

    void purchase() {
        purchases++;
    }

    void returned(long matched, long unmatched) {
        returnRows++;
        matchedPieces += matched;
        unmatchedPieces += unmatched;
        rowsWithoutMatch += matched == 0 ? 1 : 0;
    }

    void returnActivity() {
        returns++;
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rows", rows);
        map.put("purchases", purchases);
        map.put("returns", returns);
        map.put("rowsNotPlayed", rejected);
        map.put("returnRows", returnRows);
        map.put("returnRowsWithoutAnyMatch", rowsWithoutMatch);
        map.put("returnedPiecesMatched", matchedPieces);
        map.put("returnedPiecesUnmatched", unmatchedPieces);
        return map;
    }
}
