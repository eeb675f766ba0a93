/**
 * Sketches composed of drawings of single things, with captions that are true because the sketch
 * was composed so.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.caption.lesson;
