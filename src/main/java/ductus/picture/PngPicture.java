package ductus.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.ErrorHandler;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Renders SVG as PNG, on white. The same document gives the same bytes on the same Java. */
public final class PngPicture {
  private static final double MILLIMETERS_PER_INCH = 25.4;
  private static final double LEAST_DPI = 20;
  private static final double MOST_DPI = 2400;
  private static final float MOST_PIXELS_A_SIDE = 20_000;

  private PngPicture() {}

  /**
   * Renders the pixels of a document. Where its size is in mm the resolution says how many there
   * are; where it is in px each is one.
   *
   * @param svg a document of our own: what it refers to is loaded
   * @param dpi pixels per inch, 20 to 2400
   */
  public static byte[] png(byte[] svg, double dpi) {
    return png(svg, dpi, Color.WHITE);
  }

  /**
   * Renders the pixels of a document that lies on a picture, which is stretched to its size.
   *
   * @param svg a document of our own: what it refers to is loaded
   * @param dpi pixels per inch, 20 to 2400
   */
  public static byte[] png(byte[] svg, double dpi, BufferedImage ground) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BufferedImage drawn =
          ImageIO.read(new ByteArrayInputStream(png(svg, dpi, new Color(0, 0, 0, 0))));
      BufferedImage whole =
          new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D drawing = whole.createGraphics();
      drawing.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      drawing.drawImage(ground, 0, 0, whole.getWidth(), whole.getHeight(), Color.WHITE, null);
      drawing.drawImage(drawn, 0, 0, null);
      drawing.dispose();
      ImageIO.write(whole, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException("a picture cannot be written into memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Renders a document of any origin; what it refers to is not loaded, and its scripts do not run.
   *
   * @param side pixels of its longer side
   * @throws IllegalArgumentException saying why it cannot be rendered
   */
  public static byte[] pngOfOthers(byte[] svg, int side) {
    PNGTranscoder transcoder = transcoder(Color.WHITE, side);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) side);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_EXECUTE_ONLOAD, false);
    transcoder.setErrorHandler(new Refusing());
    try {
      return transcoded(svg, transcoder);
    } catch (TranscoderException | RuntimeException refused) {
      // Batik has more than one way to say that it cannot draw something.
      throw new IllegalArgumentException("a picture cannot be made from this SVG", refused);
    }
  }

  /** Gives up at the first error, where Batik would print it and go on. */
  private static final class Refusing implements ErrorHandler {
    @Override
    public void warning(TranscoderException warning) {}

    @Override
    public void error(TranscoderException error) throws TranscoderException {
      throw error;
    }

    @Override
    public void fatalError(TranscoderException error) throws TranscoderException {
      throw error;
    }
  }

  private static byte[] png(byte[] svg, double dpi, Color background) {
    requireDpi(dpi);
    PNGTranscoder transcoder = transcoder(background, MOST_PIXELS_A_SIDE);
    transcoder.addTranscodingHint(
        PNGTranscoder.KEY_PIXEL_UNIT_TO_MILLIMETER, (float) (MILLIMETERS_PER_INCH / dpi));
    try {
      return transcoded(svg, transcoder);
    } catch (TranscoderException e) {
      throw new IllegalStateException("a picture cannot be made from its SVG", e);
    }
  }

  private static PNGTranscoder transcoder(Color background, float most) {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, background);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_MAX_WIDTH, most);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_MAX_HEIGHT, most);
    return transcoder;
  }

  private static byte[] transcoded(byte[] svg, PNGTranscoder transcoder)
      throws TranscoderException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transcoder.transcode(
        new TranscoderInput(new ByteArrayInputStream(svg)), new TranscoderOutput(bytes));
    return bytes.toByteArray();
  }

  /** Requires that a resolution lies within the limits. */
  public static void requireDpi(double dpi) {
    if (!(dpi >= LEAST_DPI) || !(dpi <= MOST_DPI)) {
      throw new IllegalArgumentException(
          "the resolution must be %s to %s dpi but was %s"
              .formatted(SvgDocument.number(LEAST_DPI), SvgDocument.number(MOST_DPI), dpi));
    }
  }
}
