/** News that time alone makes: streaks at risk and lost, tiers that run out. */
package dev.cairn.rules.sweep;
