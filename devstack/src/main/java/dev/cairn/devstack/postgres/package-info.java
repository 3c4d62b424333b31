/** A real PostgreSQL with one database and two roles for each service. */
package dev.cairn.devstack.postgres;
