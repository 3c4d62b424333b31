/** What became of all messages; the parts always add up. */
package dev.cairn.notify.report;
