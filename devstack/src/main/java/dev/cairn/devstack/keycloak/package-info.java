/** A real identity provider with shops, staff and members who can log in. */
package dev.cairn.devstack.keycloak;
