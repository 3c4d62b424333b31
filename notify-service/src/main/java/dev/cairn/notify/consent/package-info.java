/** What members agreed to hear about, and where; nothing that was said is ever overwritten. */
package dev.cairn.notify.consent;
