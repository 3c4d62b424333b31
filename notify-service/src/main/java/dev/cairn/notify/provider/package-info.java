/** Requests to message providers, and what their answers mean in general. */
package dev.cairn.notify.provider;
