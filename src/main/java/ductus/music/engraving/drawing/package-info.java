/**
 * Drawings of sheet music, without knowledge of music: marks in staff spaces, x to the right and y
 * downwards, and what writes them as SVG and PDF.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving.drawing;
