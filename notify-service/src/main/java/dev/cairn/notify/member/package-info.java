/** Where members live and which language they read. */
package dev.cairn.notify.member;
