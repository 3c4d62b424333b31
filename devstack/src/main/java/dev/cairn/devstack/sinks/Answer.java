package dev.cairn.devstack.sinks;

/**
 * What a stand-in says to a request.
 *
 * @param status HTTP status
 * @param body JSON object or list
 */
record Answer(int status, Object body) {}
