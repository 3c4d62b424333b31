/** What happens to members that is worth a word, and what takes that word back. */
package dev.cairn.notify.occasion;
