package ductus.ink.tracing;

import ductus.ink.Box;
import ductus.ink.scan.InkMap;
import ductus.model.tracing.Picture;

/**
 * A letter that stands somewhere on paper, scaled to what a network looks at.
 *
 * @param picture the letter
 * @param frame of it on the paper
 */
public record SeenLetter(Picture picture, PictureFrame frame) {
  /**
   * Share of the darkest pixel from which on pixels are made fully dark: a thin line fades as it is
   * scaled down.
   */
  private static final double FULL = 0.9;

  /**
   * Scales a letter.
   *
   * @param box around it on the paper, in pixels, y up
   * @param ink of it and the same margin at each side, in the same pixels
   */
  public static SeenLetter of(Box box, InkMap ink) {
    PictureFrame frame = PictureFrame.of(box);
    double step = 1 / frame.scale();
    double left = ink.width() / 2.0 - Picture.SIDE * step / 2;
    double top = ink.height() / 2.0 - Picture.SIDE * step / 2;
    float[] pixels = new float[Picture.SIDE * Picture.SIDE];
    double darkest = 0;
    for (int row = 0; row < Picture.SIDE; row++) {
      for (int column = 0; column < Picture.SIDE; column++) {
        double mean = ink.mean(left + column * step, top + row * step, step);
        pixels[row * Picture.SIDE + column] = (float) mean;
        darkest = Math.max(darkest, mean);
      }
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.min(1, pixels[i] / (FULL * darkest));
    }
    return new SeenLetter(new Picture(pixels), frame);
  }
}
