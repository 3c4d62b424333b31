/** The words of each message, per language, and what may be filled in. */
package dev.cairn.notify.template;
