package ductus.ink.template;

import ductus.ink.Box;
import ductus.ink.scan.SheetMarks;
import ductus.ink.scan.SheetMarks.Place;
import ductus.picture.SvgDocument;

/**
 * A place of a printed sheet where something is to be written. Lengths are mm from the upper left
 * corner of the paper, y down; the "bottom" of a box is its upper edge.
 *
 * @param text that is to be written there
 * @param box within the printed edges
 * @param label that is printed, and not looked at
 * @param origin on the line to write on, at the left
 * @param xHeight of small letters
 */
public record SheetCell(String text, Box box, Box label, Place origin, double xHeight) {
  /** Draws the squares by which a photographed sheet is found. */
  static void drawMarks(SvgDocument svg, SheetMarks.Kind kind) {
    for (Box square : SheetMarks.squares(kind)) {
      svg.rectangle(
          square.left(),
          square.bottom(),
          square.width(),
          square.height(),
          "fill",
          "#000000",
          "stroke",
          "none");
    }
  }
}
