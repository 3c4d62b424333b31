/** Moves members between segments the moment an event or the time makes them belong elsewhere. */
package dev.cairn.segment.membership;
