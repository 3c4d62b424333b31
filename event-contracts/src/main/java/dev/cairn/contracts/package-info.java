/** What the services tell each other: one record per kind of event, each with a JSON Schema. */
package dev.cairn.contracts;
