/**
 * Hands that people add: their drawings or lines read from files, a model adapted to them, and the
 * folder in which they are kept. Nothing leaves the machine.
 */
@NullMarked
package ductus.task.handwriting.adaptation;

import org.jspecify.annotations.NullMarked;
