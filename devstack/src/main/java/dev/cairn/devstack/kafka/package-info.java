/** A real Apache Kafka broker that has every topic of the platform. */
package dev.cairn.devstack.kafka;
