package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent;

/**
 * Something worth telling once.
 *
 * @param key what makes it the same news, per member
 */
public record Announcement(String key, RewardEvent event) {}
