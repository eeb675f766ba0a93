package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.scan.ScannedPaper;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The strokes in pictures of paper, by the network that ships. */
public final class PictureInk {
  private static final long SEED = 1;
  private static final int PNG = 0x89504e47;
  private static final int JPEG = 0xffd8ff;

  private PictureInk() {}

  /** Whether a file begins as a PNG or JPEG picture does. */
  public static boolean isPicture(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return isPicture(stream.readNBytes(Integer.BYTES));
    }
  }

  /** Whether bytes begin as a PNG or JPEG picture does. */
  public static boolean isPicture(byte[] content) {
    if (content.length < Integer.BYTES) {
      return false;
    }
    int begin = ByteBuffer.wrap(content).getInt();
    return begin == PNG || begin >>> 8 == JPEG;
  }

  /**
   * Finds the strokes of a picture's writing, in its pixels, y up.
   *
   * @param threads most threads of the engine
   * @throws BadFileException if it is no picture, or has no writing on it
   */
  public static Handwriting strokes(Path picture, int threads)
      throws BadFileException, IOException {
    ScannedPaper paper = ScannedPaper.read(picture);
    try (Workers workers = new Workers(threads)) {
      return tracer(workers).trace(paper, SEED).strokes();
    }
  }

  /** The network that ships. */
  static PaperTracer tracer(Workers workers) throws BadFileException, IOException {
    return new PaperTracer(
        new LetterTracer(
            LetterTracer.open(LetterTracer.find(LetterTracer.SHIPPED)).network(),
            LetterTracer.USUAL_TRIES,
            KernelChoice.best(),
            workers));
  }
}
