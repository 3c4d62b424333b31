/** The programme file: what members earn points for, checked before it may run. */
package dev.cairn.rules.programme;
