/** Decides whether a member meets a segment's conditions, why, and until when that stays so. */
package dev.cairn.segment.condition;
