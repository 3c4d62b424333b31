/** What time it is, and what falls due as time passes. */
package dev.cairn.kit.clock;
