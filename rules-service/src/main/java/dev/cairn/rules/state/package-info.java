/** What the last evaluation of a member found, ready to be read. */
package dev.cairn.rules.state;
