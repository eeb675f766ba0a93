/**
 * Sweeps: one file of settings and seeds becomes many training runs, and their losses one table,
 * best first. Hopeless settings end early by successive halving. Each run has a folder of its own,
 * as if it had been trained alone.
 */
@org.jspecify.annotations.NullMarked
package ductus.sweep;
