package ductus.workbench.report;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.prepare.BaselineLeveling;
import ductus.ink.prepare.HeightNormalization;
import ductus.ink.prepare.Preparation;
import ductus.ink.prepare.Prepared;
import ductus.ink.prepare.SlantRemoval;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.workbench.corpus.PieceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of one file of ink goes into the figures of its folder.
 *
 * @param hash of the file
 * @param pieces one or more
 */
public record InkFigures(InkFormat format, String hash, List<Piece> pieces) {
  /** Files that begin like ink, whatever their names. */
  public static final PieceKind<InkFigures> KIND =
      new PieceKind<>(
          "ink", InkFormat.labels(), InkFormat::isInk, InkFigures::read, InkFigures::hash);

  private static final Preparation ESTIMATION =
      new Preparation(
          List.of(new BaselineLeveling(), new SlantRemoval(), new HeightNormalization()));

  public InkFigures {
    pieces = List.copyOf(pieces);
  }

  /**
   * Figures of a piece.
   *
   * @param timed whether the times of all its points are known
   * @param pressed whether their pressures are
   * @param line what was found, if it is a line of writing
   */
  public record Piece(
      int strokes,
      int points,
      boolean timed,
      boolean pressed,
      Optional<String> text,
      Optional<String> writer,
      Box box,
      Optional<Line> line) {
    static Piece of(Handwriting ink, boolean prepared) {
      Box box = ink.box().orElseThrow();
      return new Piece(
          ink.strokes().size(),
          ink.points(),
          all(ink, point -> Double.isFinite(point.seconds())),
          all(ink, point -> Double.isFinite(point.pressure())),
          ink.text(),
          ink.writer(),
          box,
          Preparation.isLine(ink) && !prepared ? Line.of(ESTIMATION.apply(ink)) : Optional.empty());
    }

    private static boolean all(Handwriting ink, Predicate<PenPoint> known) {
      return ink.strokes().stream().allMatch(stroke -> stroke.points().stream().allMatch(known));
    }
  }

  /** What was found in a line of writing: its x-height in source units, angles in degrees. */
  public record Line(double xHeight, double slant, double baselineAngle) {
    static Optional<Line> of(Prepared prepared) {
      return prepared
          .value(Prepared.X_HEIGHT)
          .map(
              xHeight ->
                  new Line(
                      xHeight,
                      prepared.value(Prepared.SLANT).orElse(0.0),
                      prepared.value(Prepared.BASELINE_ANGLE).orElse(0.0)));
    }
  }

  static InkFigures read(Path path) throws BadFileException, IOException {
    InkFile file = InkFile.read(path);
    return new InkFigures(
        file.format(),
        Sha256.hex(Files.readAllBytes(path)),
        file.pieces().stream().map(piece -> Piece.of(piece, file.format().isPrepared())).toList());
  }
}
