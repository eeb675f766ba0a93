/**
 * A sheet of ink as it was read, for people to look at: {@link ductus.ink.sheet.InkSheet} makes the
 * picture, {@link ductus.ink.sheet.SheetLayout} says where each piece goes, and {@link
 * ductus.ink.sheet.PieceDrawing} draws one. Lengths are pixels of the picture, y down.
 */
@NullMarked
package ductus.ink.sheet;

import org.jspecify.annotations.NullMarked;
