/**
 * The signs of music as outlines, drawn for Ductus, and the widths of letters. Lengths are in staff
 * spaces, x to the right, y downwards.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving.glyph;
