/**
 * Draws sequences from a trained network, token by token: temperature, top-k, nucleus, constraints,
 * primers. May use {@code model}, {@code nn}, {@code math}.
 */
@org.jspecify.annotations.NullMarked
package ductus.generate;
