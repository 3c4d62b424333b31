/** Bad input gets a clear answer, and nothing is lost. */
package dev.cairn.e2e.badinput;
