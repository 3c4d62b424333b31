/** The running platform, as shops, members and staff reach it. */
package dev.cairn.e2e.platform;
