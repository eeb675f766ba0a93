/**
 * Lines of ink in the pixels of a picture as strokes of a pen: a {@link
 * ductus.ink.skeleton.Bitmap}, thinned to lines one pixel broad, whose ends and crossings make a
 * graph, on which the pen goes on as straight as it can.
 *
 * <p>Rows are counted from the top; points are in pixels, x to the right, y up from the bottom.
 */
@org.jspecify.annotations.NullMarked
package ductus.ink.skeleton;
