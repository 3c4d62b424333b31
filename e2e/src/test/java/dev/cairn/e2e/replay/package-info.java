/**
 * Real purchase files through the platform, compared with a calculation that knows only the file.
 */
package dev.cairn.e2e.replay;
