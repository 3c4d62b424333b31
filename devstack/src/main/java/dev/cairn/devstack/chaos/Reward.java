package dev.cairn.devstack.chaos;

/** What members may wish for. */
record Reward(String id, long price) {}
