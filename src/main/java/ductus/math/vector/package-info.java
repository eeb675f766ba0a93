/**
 * The kernels on {@code jdk.incubator.vector}; loaded by name where that module is there. Compiled
 * in an execution of its own; nothing outside names it or that module.
 */
@org.jspecify.annotations.NullMarked
package ductus.math.vector;
