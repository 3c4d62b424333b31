/** The documentation leads where it says. */
package dev.cairn.chart.docs;
