/** Every refusal in one form: RFC 9457 problem details from a closed catalogue. */
package dev.cairn.kit.problem;
