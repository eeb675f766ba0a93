package ductus.task.handwriting.training;

import ductus.ink.PackedInk;

/**
 * A word as somebody wrote it, or several where a stroke joins them.
 *
 * @param text as networks spell it
 * @param ink where it stands in its line
 * @param points number of a point of each character, over all strokes of the word, negative for a
 *     space [U]
 */
record WrittenWord(String text, PackedInk ink, int[] points) {}
