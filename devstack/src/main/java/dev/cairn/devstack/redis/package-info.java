/** A real Redis, the cache that may be flushed at any moment. */
package dev.cairn.devstack.redis;
