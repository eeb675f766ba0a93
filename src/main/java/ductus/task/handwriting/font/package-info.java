/**
 * Hands written as fonts: {@link ductus.task.handwriting.font.FontLetters} has a network draw the
 * letters, {@link ductus.task.handwriting.font.FontWriting} writes the files with their provenance.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.handwriting.font;
