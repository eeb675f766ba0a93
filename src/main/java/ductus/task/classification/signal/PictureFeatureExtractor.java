package ductus.task.classification.signal;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.scan.InkPart;
import ductus.ink.scan.InkPiece;
import ductus.ink.scan.PhotoFile;
import ductus.ink.scan.ScannedPaper;
import ductus.ink.tracing.LetterPicture;
import ductus.ink.tracing.LetterVariation;
import ductus.ink.tracing.SeenLetter;
import ductus.math.Randomness;
import ductus.model.signal.SignalSequence;
import ductus.model.tracing.Picture;
import ductus.task.DrawnFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The one letter of a PNG or JPEG picture, as large as there is room for, read from top to bottom:
 * two rows of pixels a step. Ink is rendered: as it is, or, to learn from, with other slants and
 * pens, and beside it {@link NonLetters}.
 */
final class PictureFeatureExtractor implements FeatureExtractor {
  /** Class of what is rendered beside letters, to tell them from. */
  static final String NO_LETTER = "no letter";

  /**
   * Letters whose capital has the same shape: without a line of others none can tell them apart.
   */
  private static final String ALIKE = "ckopsuvwxz";

  /** Rows of pixels that are one step. */
  private static final int ROWS = 2;

  private static final int STEPS = Picture.SIDE / ROWS;
  private static final int INPUTS = ROWS * Picture.SIDE;
  private static final double NIB = 0.08;

  /** Times that each letter of ink is rendered to learn from. */
  private static final int VARIATIONS = 2;

  /** Letters for each picture that shows none. */
  private static final int LETTERS_PER_NONE = 6;

  /** Width of a letter at most, in its heights. */
  private static final double WIDEST = 1.6;

  /** Parts that do not hang together that may be one letter. */
  private static final int MOST_PARTS = 5;

  /** Area of a speck at most, as a share of all ink: the dot of an i has more. */
  private static final double SPECK = 0.015;

  @Override
  public int inputs() {
    return INPUTS;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean areTogether() {
    return true;
  }

  /** All its numbers: they stand for places of the picture. */
  @Override
  public double[] summary(SignalSequence steps) {
    int perStep = steps.inputsPerStep();
    double[] all = new double[steps.length() * perStep];
    Arrays.setAll(all, i -> steps.input(i / perStep, i % perStep));
    return all;
  }

  @Override
  public List<ExtractedSample> see(Path file) throws BadFileException, IOException {
    if (PhotoFile.isOne(file)) {
      return List.of(new ExtractedSample("", Optional.empty(), steps(letter(file))));
    }
    List<ExtractedSample> seen = new ArrayList<>();
    for (Handwriting letter : letters(file)) {
      seen.add(sample(seen.size(), name(letter), LetterPicture.of(letter, NIB)));
    }
    return seen;
  }

  @Override
  public List<ExtractedSample> learn(Path file) throws BadFileException, IOException {
    if (PhotoFile.isOne(file)) {
      return see(file);
    }
    List<Handwriting> letters = letters(file);
    // The same file looks the same whenever it is read, and whatever lies beside it.
    RandomGenerator random = Randomness.of(letters.hashCode());
    List<ExtractedSample> seen = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      Handwriting letter = letters.get(i);
      for (int k = 0; k < VARIATIONS; k++) {
        seen.add(sample(seen.size(), name(letter), LetterVariation.draw(letter, random)));
      }
      if (letter.text().isPresent() && i % LETTERS_PER_NONE == 0) {
        Handwriting none = NonLetters.draw(letters, random);
        seen.add(sample(seen.size(), Optional.of(NO_LETTER), LetterVariation.draw(none, random)));
      }
    }
    return seen;
  }

  /** The class of a letter; small letters and capitals that look the same are one. */
  private static Optional<String> name(Handwriting letter) {
    return letter
        .text()
        .map(
            text -> {
              String small = text.toLowerCase(Locale.ROOT);
              boolean alike = small.length() == 1 && ALIKE.contains(small);
              return alike ? small + " or " + small.toUpperCase(Locale.ROOT) : text;
            });
  }

  private static List<Handwriting> letters(Path file) throws BadFileException, IOException {
    List<Handwriting> letters = DrawnFile.strokes(file);
    if (letters.isEmpty()) {
      throw new BadFileException(file, "has no letter");
    }
    return letters;
  }

  /** The letter of a picture. */
  private static Picture letter(Path file) throws BadFileException, IOException {
    ScannedPaper paper = ScannedPaper.read(file);
    List<InkPart> all = paper.pieces().stream().flatMap(piece -> piece.parts().stream()).toList();
    int area = all.stream().mapToInt(InkPart::area).sum();
    List<InkPart> parts = all.stream().filter(part -> part.area() > SPECK * area).toList();
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw new BadFileException(
          file,
          "must be a picture of one letter or digit but has %,d pieces of ink: recognise reads"
                  .formatted(all.size())
              + " words and lines");
    }
    InkPiece whole = new InkPiece(parts);
    Box box = whole.box();
    if (box.width() > WIDEST * box.height()) {
      throw new BadFileException(
          file,
          "must be a picture of one letter or digit but its ink is %.1f times as wide as high:"
                  .formatted(box.width() / box.height())
              + " recognise reads words and lines");
    }
    return SeenLetter.of(box, paper.ink(whole)).picture();
  }

  private static ExtractedSample sample(int before, Optional<String> text, LetterPicture picture) {
    return new ExtractedSample(
        "letter " + (before + 1) + text.map(each -> ", " + each).orElse(""),
        text,
        steps(picture.traced().picture()));
  }

  private static SignalSequence steps(Picture picture) {
    float[] rows = new float[STEPS * INPUTS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = picture.ink(i / Picture.SIDE, i % Picture.SIDE);
    }
    return SignalSequence.of(STEPS, rows, 1);
  }
}
