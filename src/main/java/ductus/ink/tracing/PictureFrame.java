package ductus.ink.tracing;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.model.tracing.Picture;

/**
 * The place of a letter in its picture: as large as there is room for, in the middle.
 *
 * @param scale pixels of the picture in a unit of the letter
 * @param centerX of the letter, in its unit
 * @param centerY of the letter, in its unit, y up
 */
public record PictureFrame(double scale, double centerX, double centerY) {
  private static final double MIDDLE = Picture.SIDE / 2.0;

  /**
   * The frame of a letter.
   *
   * @param box around all that is seen of it
   */
  public static PictureFrame of(Box box) {
    return new PictureFrame(
        Picture.LETTER / Math.max(box.width(), box.height()), box.centerX(), box.centerY());
  }

  /** Moves a letter into the pixels of the picture. */
  public Handwriting toPicture(Handwriting letter) {
    return letter.map(
        p -> p.moved(MIDDLE + scale * (p.x() - centerX), MIDDLE + scale * (p.y() - centerY)));
  }

  /** Moves strokes from the pixels of the picture to the unit of the letter. */
  public Handwriting fromPicture(Handwriting drawn) {
    return drawn.map(
        p -> p.moved(centerX + (p.x() - MIDDLE) / scale, centerY + (p.y() - MIDDLE) / scale));
  }
}
