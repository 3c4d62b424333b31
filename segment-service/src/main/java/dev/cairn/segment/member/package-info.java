/** Knows each member: the profile, what was bought and when, and the points at hand. */
package dev.cairn.segment.member;
