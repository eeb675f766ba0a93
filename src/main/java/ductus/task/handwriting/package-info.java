/**
 * Learning to write by hand, as a task: {@code training} on lines composed of hands, {@code
 * synthesis} of lines and {@code page}s, {@code adaptation} to new hands, {@code evaluation}. Its
 * rooms do not use this package.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.handwriting;
