/**
 * What eyes see of lines whose text is known: spaces, punctuation, dots and bars, sizes, baselines.
 * Every point of a line says which character it was drawn for, so that lines which a network wrote
 * and lines composed of a person's drawings are measured alike. Lengths are in x-heights, y is up,
 * the baseline is at 0.
 */
@NullMarked
package ductus.ink.geometry;

import org.jspecify.annotations.NullMarked;
