/** A rolling update goes unnoticed by those who call, and nothing they sent is lost or doubled. */
package dev.cairn.e2e.rollout;
