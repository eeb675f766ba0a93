/**
 * What is measured: the machine's limits, rounds of training and generation against peers, our
 * products, a busy core, long sequences.
 */
@org.jspecify.annotations.NullMarked
package ductus.bench.measure;
