/** Where a member can be reached; addresses are encrypted and never shown to staff. */
package dev.cairn.notify.contact;
