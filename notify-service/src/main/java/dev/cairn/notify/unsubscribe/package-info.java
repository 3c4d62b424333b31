/** One click ends a kind of message; looking at the link changes nothing. */
package dev.cairn.notify.unsubscribe;
