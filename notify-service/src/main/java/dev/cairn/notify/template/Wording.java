package dev.cairn.notify.template;

/**
 * A message in words.
 *
 * @param subject one line; also the title in the inbox
 */
public record Wording(String subject, String html, String text, String inbox) {}
