/**
 * The examination of memory: over which time lag each cell can remember. May use {@code lab.task},
 * {@code lab.trial} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.memory;
