/** Keeps count of what members do, exactly, whatever order activities and returns arrive in. */
package dev.cairn.segment.aggregate;
