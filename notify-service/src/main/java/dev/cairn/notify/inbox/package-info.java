/** The member's inbox in the app. */
package dev.cairn.notify.inbox;
