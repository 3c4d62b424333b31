/** All that is known of members, kept for ever and only ever added to. */
package dev.cairn.rules.history;
