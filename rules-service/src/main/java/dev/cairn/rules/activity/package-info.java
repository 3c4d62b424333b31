/** What members did: checked once, kept for ever, recognised when it is reported again. */
package dev.cairn.rules.activity;
