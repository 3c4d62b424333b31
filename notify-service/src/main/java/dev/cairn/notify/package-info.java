/** Should this be said, to whom, where, when, and how? */
package dev.cairn.notify;
