/** The examination of memory: over which time lag each cell can remember. */
@org.jspecify.annotations.NullMarked
package ductus.lab.memory;
