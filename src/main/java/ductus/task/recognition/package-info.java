/**
 * Reading handwriting back: {@link ductus.ink.recognition.LineReader} reads prepared lines, {@link
 * ductus.ink.recognition.WriterIdentification} says whose they are; the lessons of both networks
 * are lines that are composed while they learn. May use {@code workbench}'s own classes and the
 * floors below.
 */
@NullMarked
package ductus.task.recognition;

import org.jspecify.annotations.NullMarked;
