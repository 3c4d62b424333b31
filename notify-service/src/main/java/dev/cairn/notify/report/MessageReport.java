package dev.cairn.notify.report;

import java.util.Map;

/**
 * What became of all messages. Every message is one candidate and has one outcome: deferred while
 * its outreach waits, sent once any channel or the inbox has it, else failed or skipped.
 *
 * @param byTemplate outcomes of each template
 * @param byChannel where each channel stands, per message that could use it
 * @param reasons why messages did not leave the app, such as {@code skipped(consent)}; they count
 *     messages that are in the inbox too
 */
public record MessageReport(
        long candidates,
        Map<String, Long> outcomes,
        Map<String, Map<String, Long>> byTemplate,
        Map<String, Map<String, Long>> byChannel,
        Map<String, Long> reasons) {}
