package dev.cairn.devstack.sinks;

/** The parts of an HTTP request that a stand-in looks at; absent ones are empty. */
record Request(String method, String path, String authorization, String contentType, String body) {}
