package dev.cairn.devstack.chaos;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Understands as much of PostgreSQL's protocol as to see that a transaction which changed something
 * was committed. When told to, it cuts the connection there: the client sent COMMIT, the database
 * has done it, and the client never learns.
 *
 * @see "PostgreSQL documentation, Frontend/Backend Protocol, message CommandComplete"
 */
final class CommitTap implements Tap {

    private static final int HEADER = 5;
    private static final int LONGEST_TAG = 64;
    private static final char COMMAND_COMPLETE = 'C';
    private static final Pattern CHANGE = Pattern.compile("(INSERT 0|UPDATE|DELETE) [1-9]\\d*");

    private final Trigger trigger;
    private final byte[] header = new byte[HEADER];
    private final byte[] tag = new byte[LONGEST_TAG];
    private int headerLength;
    private int tagLength;
    private long bodyLeft;
    private boolean changed;

    CommitTap(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void asked(byte[] bytes, int length) {
        // only the database knows what was done
    }

    @Override
    public boolean lets(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            if (headerLength < HEADER) {
                header[headerLength++] = bytes[at];
                if (headerLength == HEADER) {
                    bodyLeft = bodyLength();
                    tagLength = 0;
                }
            } else {
                if (tagLength < LONGEST_TAG) {
                    tag[tagLength++] = bytes[at];
                }
                bodyLeft--;
            }
            if (headerLength == HEADER && bodyLeft == 0) {
                headerLength = 0;
                if (header[0] == COMMAND_COMPLETE && isTheCommitToLose()) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isTheCommitToLose() {
        String done = new String(tag, 0, Math.max(0, tagLength - 1), StandardCharsets.US_ASCII);
        if (CHANGE.matcher(done).matches()) {
            changed = true;
        }
        boolean lose = done.equals("COMMIT") && changed && trigger.goesOff();
        if (done.equals("COMMIT") || done.equals("ROLLBACK")) {
            changed = false;
        }
        return lose;
    }

    /** The length counts itself, not the type before it. */
    private long bodyLength() {
        long length = 0;
        for (int at = 1; at < HEADER; at++) {
            length = length << 8 | header[at] & 0xff;
        }
        return length - 4;
    }
}
