/** Whether dashboards, alerts and the table of metrics speak of what the services measure. */
package dev.cairn.e2e.monitoring;
