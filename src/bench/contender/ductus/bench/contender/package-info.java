/**
 * What all sides of a comparison share: the sizes, the synthetic batches, and how a side takes its
 * turns. Compiled into each side's program, so it uses nothing but the JDK.
 *
 * <p>Legend: V vocabulary, E embedding size, H hidden size, L layers, B batch size, T time steps.
 */
@org.jspecify.annotations.NullMarked
package ductus.bench.contender;
