package ductus.ink.tracing;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.model.tracing.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A letter in a PNG file: dark on light or light on dark, or opaque on transparent, found, cut out
 * and scaled.
 *
 * @param picture the letter
 * @param frame of the letter, whose unit are the pixels of the file, y up from its bottom
 * @param width of the file's picture, in its pixels
 * @param height of the file's picture
 */
public record PictureFile(Picture picture, PictureFrame frame, int width, int height) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MOST_PIXELS = 50_000_000;
  private static final int LARGEST_FILE = 100_000_000;

  /** Least difference of ink and ground, of the 255 between black and white. */
  private static final double LEAST_CONTRAST = 30;

  /**
   * Share of the greatest difference from the ground from which on a pixel belongs to the letter.
   */
  private static final double INK = 0.4;

  /**
   * Share of the darkest pixel from which on pixels are made fully dark: a thin line fades as it is
   * scaled down.
   */
  private static final double FULL = 0.9;

  /**
   * Reads a letter from a file.
   *
   * @throws BadFileException if it is no PNG, is too large, or has nothing on it
   */
  public static PictureFile read(Path path) throws BadFileException, IOException {
    BufferedImage image = image(path);
    double[] ink =
        ink(image, PictureFile::onWhite)
            .or(() -> ink(image, PictureFile::opacity))
            .orElseThrow(
                () ->
                    new BadFileException(
                        path,
                        "has no letter on it: nothing stands out from its ground; give a picture of"
                            + " a letter, dark on light or light on dark"));
    int[] bounds = bounds(ink, image.getWidth());
    return cut(ink, bounds, image.getWidth(), image.getHeight());
  }

  private static BufferedImage image(Path path) throws BadFileException, IOException {
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a PNG picture of a letter but is a folder");
    }
    if (Files.size(path) > LARGEST_FILE) {
      throw new BadFileException(
          path, "must be at most %,d bytes but has %,d".formatted(LARGEST_FILE, Files.size(path)));
    }
    byte[] bytes = Files.readAllBytes(path);
    if (!Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length))) {
      throw new BadFileException(path, "must be a PNG picture of a letter but is none");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new BadFileException(
            path,
            "must have at most %,d pixels but is %d by %d: scale it down, 28 by 28 is enough"
                .formatted(MOST_PIXELS, reader.getWidth(0), reader.getHeight(0)));
      }
      return reader.read(0);
    } catch (IOException | RuntimeException broken) {
      // The reader of the JDK has more than one way to say that a file is broken.
      throw new BadFileException(
          path, "is a broken PNG picture: " + BadFileException.innermostCause(broken).getMessage());
    } finally {
      reader.dispose();
    }
  }

  /** The property of a pixel that is looked at, 0 to 255. */
  private interface PixelValue {
    double of(int argb);
  }

  /** Brightness of a pixel on white (Rec. 601). */
  private static double onWhite(int argb) {
    double brightness =
        0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    return 255 + opacity(argb) / 255 * (brightness - 255);
  }

  private static double opacity(int argb) {
    return argb >>> 24;
  }

  /** Difference of each pixel from the ground, 0 to 1, row by row; empty where none stands out. */
  private static Optional<double[]> ink(BufferedImage image, PixelValue look) {
    int width = image.getWidth();
    int height = image.getHeight();
    double[] values = new double[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        values[row * width + column] = look.of(argb(image, column, row));
      }
    }
    PaperBrightness ground = PaperBrightness.of(values, width, height);
    double greatest = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i] - ground.at(i / width, i % width));
      greatest = Math.max(greatest, values[i]);
    }
    if (greatest < LEAST_CONTRAST) {
      return Optional.empty();
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= greatest;
    }
    return Optional.of(values);
  }

  /** Color of a pixel; gray as it is stored, since the JDK would brighten it. */
  private static int argb(BufferedImage image, int column, int row) {
    Raster raster = image.getRaster();
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      int gray = raster.getSample(column, row, 0);
      return 0xff000000 | gray << 16 | gray << 8 | gray;
    }
    return image.getRGB(column, row);
  }

  /** First and last column, first and last row with ink. */
  private static int[] bounds(double[] ink, int width) {
    int[] bounds = {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1};
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] >= INK) {
        bounds[0] = Math.min(bounds[0], i % width);
        bounds[1] = Math.max(bounds[1], i % width);
        bounds[2] = Math.min(bounds[2], i / width);
        bounds[3] = Math.max(bounds[3], i / width);
      }
    }
    return bounds;
  }

  private static PictureFile cut(double[] ink, int[] bounds, int width, int height) {
    PictureFrame frame =
        PictureFrame.of(
            new Box(bounds[0], height - bounds[3] - 1, bounds[1] + 1, height - bounds[2]));
    double middle = Picture.SIDE / 2.0;
    double left = frame.centerX() - middle / frame.scale();
    double top = height - frame.centerY() - middle / frame.scale();
    double step = 1 / frame.scale();
    float[] pixels = new float[Picture.SIDE * Picture.SIDE];
    double darkest = 0;
    for (int row = 0; row < Picture.SIDE; row++) {
      for (int column = 0; column < Picture.SIDE; column++) {
        double mean = mean(ink, width, height, left + column * step, top + row * step, step);
        pixels[row * Picture.SIDE + column] = (float) mean;
        darkest = Math.max(darkest, mean);
      }
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.min(1, pixels[i] / (FULL * darkest));
    }
    return new PictureFile(new Picture(pixels), frame, width, height);
  }

  /** Mean ink of a square, each pixel as far as it lies within; none outside of the picture. */
  private static double mean(
      double[] ink, int width, int height, double left, double top, double side) {
    double sum = 0;
    for (int row = (int) Math.max(0, Math.floor(top)); row < Math.min(height, top + side); row++) {
      double high = Math.min(row + 1, top + side) - Math.max(row, top);
      for (int column = (int) Math.max(0, Math.floor(left));
          column < Math.min(width, left + side);
          column++) {
        double wide = Math.min(column + 1, left + side) - Math.max(column, left);
        sum += high * wide * ink[row * width + column];
      }
    }
    return sum / (side * side);
  }
}
