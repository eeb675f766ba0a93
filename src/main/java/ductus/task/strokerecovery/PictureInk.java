package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.scan.ScannedPaper;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.io.IOException;
import java.nio.file.Path;

/** The strokes in pictures of paper, by the network that ships. */
public final class PictureInk {
  private static final long SEED = 1;

  private PictureInk() {}

  /**
   * Finds the strokes of a picture's writing, in its pixels, y up.
   *
   * @param threads most threads of the engine
   * @throws BadFileException if it is no picture, or has no ink on it
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
