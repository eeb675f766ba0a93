/**
 * Ink found in pictures of paper: drawn, scanned or photographed. A PNG or JPEG file → the ink of
 * each pixel, in even light → black and white, without ruled lines and specks → connected parts →
 * pieces of writing, in the order of reading.
 *
 * <p>Rows are counted from the top, boxes and points are in pixels, y up from the bottom.
 */
@org.jspecify.annotations.NullMarked
package ductus.ink.scan;
