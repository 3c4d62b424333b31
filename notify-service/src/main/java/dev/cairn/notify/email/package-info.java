/** E-mail: what a mail looks like, how it leaves, and what a refusal means. */
package dev.cairn.notify.email;
