package dev.cairn.devstack.chaos;

import java.nio.charset.StandardCharsets;

/** When told to, cuts an HTTP connection instead of handing over the answer to a POST. */
final class AnswerTap implements Tap {

    private final Trigger trigger;
    private volatile boolean posting;

    AnswerTap(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void asked(byte[] bytes, int length) {
        String begin = new String(bytes, 0, Math.min(length, 5), StandardCharsets.US_ASCII);
        if (begin.equals("POST ")) {
            posting = true;
        } else if (begin.startsWith("GET ") || begin.startsWith("PUT ")) {
            posting = false;
        }
    }

    @Override
    public boolean lets(byte[] bytes, int length) {
        return !(posting && trigger.goesOff());
    }
}
