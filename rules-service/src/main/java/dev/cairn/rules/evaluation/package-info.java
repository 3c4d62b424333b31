/** What a member's history is worth: the same history always gives the same answer. */
package dev.cairn.rules.evaluation;
