/** Occasions to say something to a member, each at most once, for ever. */
package dev.cairn.notify.candidate;
