/**
 * Draws sequences from a trained network, token by token: temperature, top-k, nucleus, constraints,
 * primers.
 */
@org.jspecify.annotations.NullMarked
package ductus.generate;
