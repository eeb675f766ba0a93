/**
 * Draws sequences from a trained network, token by token: temperature, top-k, nucleus, constraints,
 * primers. May use {@code model} and below, and nothing of {@code train}.
 */
@org.jspecify.annotations.NullMarked
package ductus.generate;
