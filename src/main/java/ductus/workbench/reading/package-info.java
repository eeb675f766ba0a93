/**
 * Reading handwriting back: {@link ductus.workbench.reading.LineReader} reads prepared lines,
 * {@link ductus.workbench.reading.HandNaming} says whose they are; the lessons of both networks are
 * lines that are composed while they learn. May use {@code workbench}'s own classes and the floors
 * below.
 */
@NullMarked
package ductus.workbench.reading;

import org.jspecify.annotations.NullMarked;
