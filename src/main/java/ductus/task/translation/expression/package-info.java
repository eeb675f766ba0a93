/**
 * Dates and numbers as English words and in digits, drawn in many wordings: what the network that
 * ships learned from, and a first file of pairs for whoever wants to see the format.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.translation.expression;
