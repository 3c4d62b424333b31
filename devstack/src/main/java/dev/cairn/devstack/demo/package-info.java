/** A simulated shop with hundreds of members, played day by day through the public APIs. */
package dev.cairn.devstack.demo;
