/** Following one request through all services. */
package dev.cairn.kit.trace;
