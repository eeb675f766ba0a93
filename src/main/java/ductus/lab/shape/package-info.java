/**
 * The examination of shapes: a tiny exercise in music for each way in which what is read and what
 * is said may lie in time, with its data flow drawn. May use {@code lab.task}, {@code lab.trial}
 * and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.shape;
