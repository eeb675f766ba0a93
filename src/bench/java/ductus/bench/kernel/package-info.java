/**
 * Kernels and layers one by one, measured with JMH: {@code ./ductus bench --kernels}. Sizes are
 * those of the bench's settings.
 */
@org.jspecify.annotations.NullMarked
package ductus.bench.kernel;
