/** Says how fast the platform is, as ratios to the machine's own limits, measured in one run. */
package dev.cairn.devstack.bench;
