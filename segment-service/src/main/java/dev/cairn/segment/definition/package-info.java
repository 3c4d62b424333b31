/** Holds the programme's segments, each with an objective, as written and versioned in a file. */
package dev.cairn.segment.definition;
