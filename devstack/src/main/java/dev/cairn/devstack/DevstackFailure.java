package dev.cairn.devstack;

/** Something could not be started or stopped; the message is one sentence for the console. */
public class DevstackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DevstackFailure(String sentence) {
        super(sentence);
    }

    public DevstackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
