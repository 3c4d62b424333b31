/** Who calls, and what the caller may do. */
package dev.cairn.kit.access;
