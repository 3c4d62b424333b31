/** How far a member is with every goal, in numbers and in a plain sentence. */
package dev.cairn.rules.progress;
