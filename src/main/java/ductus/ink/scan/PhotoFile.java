package ductus.ink.scan;

import ductus.file.BadFileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads files with pictures, PNG or JPEG. */
public final class PhotoFile {
  private static final int MOST_PIXELS = 50_000_000;

  /** Pixels that are enough: of a larger picture every second row and column is read. */
  private static final int ENOUGH_PIXELS = 16_000_000;

  private static final int LARGEST_FILE = 100_000_000;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private PhotoFile() {}

  /** Whether a file begins as a PNG or JPEG picture does. */
  public static boolean isOne(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return isOne(stream.readNBytes(PNG.length));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether bytes begin as a PNG or JPEG picture does. */
  public static boolean isOne(byte[] content) {
    return begins(content, PNG) || begins(content, JPEG);
  }

  /**
   * Reads a picture.
   *
   * @throws BadFileException if it is no picture, is broken, or is too large
   */
  static BufferedImage read(Path path) throws BadFileException, IOException {
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a PNG or JPEG picture but is a folder");
    }
    if (Files.size(path) > LARGEST_FILE) {
      throw new BadFileException(
          path, "must be at most %,d bytes but has %,d".formatted(LARGEST_FILE, Files.size(path)));
    }
    return read(path, Files.readAllBytes(path));
  }

  /**
   * Reads the picture of a file.
   *
   * @param path named in complaints
   * @throws BadFileException if it is no picture, is broken, or is too large
   */
  public static BufferedImage read(Path path, byte[] bytes) throws BadFileException {
    if (begins(bytes, PNG)) {
      return read(path, PngParts.ofPixels(path, bytes), "PNG");
    }
    if (begins(bytes, JPEG)) {
      return read(path, bytes, "JPEG");
    }
    throw new BadFileException(path, "must be a PNG or JPEG picture but is neither");
  }

  private static boolean begins(byte[] bytes, byte[] signature) {
    return Arrays.equals(signature, Arrays.copyOf(bytes, signature.length));
  }

  private static BufferedImage read(Path path, byte[] bytes, String format)
      throws BadFileException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      // What a picture says of itself can unpack to anything.
      reader.setInput(stream, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new BadFileException(
            path,
            "must have at most %,d pixels but is %d by %d: scale it down"
                .formatted(MOST_PIXELS, reader.getWidth(0), reader.getHeight(0)));
      }
      ImageReadParam part = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
      part.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, part);
    } catch (IOException | RuntimeException broken) {
      // The readers of the JDK have more than one way to say that a file is broken.
      Throwable cause = BadFileException.innermostCause(broken);
      String reason = cause instanceof EOFException ? "it is cut short" : cause.getMessage();
      throw new BadFileException(
          path, "is a broken %s picture%s".formatted(format, reason == null ? "" : ": " + reason));
    } finally {
      reader.dispose();
    }
  }
}
