/**
 * The examination of shapes: a tiny exercise in music for each way in which what is read and what
 * is said may lie in time, with its data flow drawn.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.shape;
