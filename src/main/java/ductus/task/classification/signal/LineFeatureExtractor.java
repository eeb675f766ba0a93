package ductus.task.classification.signal;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.read.InkFile;
import ductus.ink.splitting.LineSplitting;
import ductus.model.reading.LineRows;
import ductus.model.signal.SignalSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file of ink, each as the offsets of the pen, as readers see them: {@link
 * ReadingRows}. Characters that were drawn one by one are set side by side, {@value #TOGETHER} to a
 * line, in the order of the file.
 */
final class LineFeatureExtractor implements FeatureExtractor {
  private static final int TOGETHER = 8;
  private static final InkPreparation PREPARATION = InkPreparation.ofLines(PenEncoding.SPACING);

  @Override
  public int inputs() {
    return ReadingRows.FEATURES;
  }

  @Override
  public int version() {
    return ReadingRows.VERSION;
  }

  @Override
  public List<ExtractedSample> see(Path file) throws BadFileException, IOException {
    List<ExtractedSample> seen = new ArrayList<>();
    for (Handwriting line : lines(InkFile.read(file))) {
      try {
        LineRows rows = ReadingRows.of(PREPARATION.apply(line).ink());
        seen.add(new ExtractedSample("line " + (seen.size() + 1), Optional.empty(), steps(rows)));
      } catch (IllegalArgumentException notALine) {
        throw new BadFileException(
            file, "line %d: %s".formatted(seen.size() + 1, notALine.getMessage()));
      }
    }
    if (seen.isEmpty()) {
      throw new BadFileException(file, "has no line of ink");
    }
    return seen;
  }

  private static SignalSequence steps(LineRows rows) {
    float[] all = new float[rows.steps() * rows.features()];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows.value(i / rows.features(), i % rows.features());
    }
    return SignalSequence.of(rows.steps(), all, 1);
  }

  /** The lines of a file, not yet prepared. */
  static List<Handwriting> lines(InkFile ink) {
    List<Handwriting> pieces =
        ink.pieces().stream().filter(piece -> !piece.strokes().isEmpty()).toList();
    List<Handwriting> lines = new ArrayList<>();
    if (pieces.size() > 1 && pieces.stream().allMatch(LineFeatureExtractor::isCharacter)) {
      for (int from = 0; from < pieces.size(); from += TOGETHER) {
        lines.add(sideBySide(pieces.subList(from, Math.min(from + TOGETHER, pieces.size()))));
      }
    } else {
      pieces.forEach(piece -> lines.addAll(LineSplitting.of(piece)));
    }
    return lines;
  }

  private static boolean isCharacter(Handwriting piece) {
    return piece.text().filter(text -> text.codePointCount(0, text.length()) == 1).isPresent();
  }

  /** Sets characters side by side at their heights, with a gap of a fifth of the highest. */
  private static Handwriting sideBySide(List<Handwriting> characters) {
    double highest =
        characters.stream()
            .mapToDouble(each -> each.box().orElseThrow().height())
            .max()
            .orElseThrow();
    List<Stroke> strokes = new ArrayList<>();
    double x = 0;
    for (Handwriting character : characters) {
      Box box = character.box().orElseThrow();
      double shift = x - box.left();
      strokes.addAll(character.map(point -> point.moved(point.x() + shift, point.y())).strokes());
      x += box.width() + highest / 5;
    }
    return Handwriting.of(strokes);
  }
}
