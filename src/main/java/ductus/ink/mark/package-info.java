/**
 * Marks and symbols set into lines whose letters somebody else drew, a network for instance: what
 * is not joined to stands apart while it is drawn and is set together then, and what was never
 * learned is put in from strokes of our own. Lengths are in x-heights, y is up, the baseline is at
 * 0. "Upright" is ink whose slant was taken away.
 */
@NullMarked
package ductus.ink.mark;

import org.jspecify.annotations.NullMarked;
