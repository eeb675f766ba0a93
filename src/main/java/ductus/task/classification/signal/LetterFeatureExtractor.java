package ductus.task.classification.signal;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.tracing.LetterPicture;
import ductus.model.signal.SignalSequence;
import ductus.model.tracing.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The letters of a file of ink, each as its picture, and how high and how deep it stands among the
 * others of the file, which tells an O from an o. Where the file says what each is, that is its
 * class.
 */
final class LetterFeatureExtractor implements FeatureExtractor {
  /** Pixels of a picture are taken together two by two. */
  private static final int SIDE = Picture.SIDE / 2;

  private static final int INPUTS = SIDE * SIDE + 2;
  private static final double NIB = 0.08;

  @Override
  public int inputs() {
    return INPUTS;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<ExtractedSample> see(Path file) throws BadFileException, IOException {
    List<Handwriting> letters =
        InkFile.read(file).pieces().stream().filter(each -> !each.strokes().isEmpty()).toList();
    List<Box> boxes = letters.stream().map(each -> each.box().orElseThrow()).toList();
    if (boxes.isEmpty()) {
      throw new BadFileException(file, "has no letter");
    }
    double height = Math.max(1e-6, median(boxes.stream().map(Box::height).toList()));
    double bottom = median(boxes.stream().map(Box::bottom).toList());
    List<ExtractedSample> seen = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      float[] row = new float[INPUTS];
      put(LetterPicture.of(letters.get(i), NIB).traced().picture(), row);
      row[INPUTS - 2] = near(boxes.get(i).height() / height - 1);
      row[INPUTS - 1] = near((boxes.get(i).bottom() - bottom) / height);
      Optional<String> text = letters.get(i).text();
      seen.add(
          new ExtractedSample(
              "letter " + (i + 1) + text.map(each -> ", " + each).orElse(""),
              text,
              SignalSequence.of(1, row, 1)));
    }
    return seen;
  }

  private static float near(double value) {
    return (float) Math.max(-3, Math.min(3, value));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void put(Picture picture, float[] row) {
    for (int i = 0; i < SIDE * SIDE; i++) {
      int top = 2 * (i / SIDE);
      int left = 2 * (i % SIDE);
      row[i] =
          (picture.ink(top, left)
                  + picture.ink(top, left + 1)
                  + picture.ink(top + 1, left)
                  + picture.ink(top + 1, left + 1))
              / 2;
    }
  }
}
