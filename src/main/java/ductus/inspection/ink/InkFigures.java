package ductus.inspection.ink;

import ductus.corpus.PieceKind;
import ductus.corpus.line.LineVerdict;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.prepare.BaselineLeveling;
import ductus.ink.prepare.HeightNormalization;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.prepare.PreparedInk;
import ductus.ink.prepare.SlantRemoval;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.read.unipen.UnipenIncludes;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of one file of ink goes into the figures of its folder.
 *
 * @param hash of the file
 * @param pieces one or more
 */
public record InkFigures(InkFormat format, String hash, List<Piece> pieces)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Files that begin like ink, whatever their names. */
  public static final PieceKind<InkFigures> KIND =
      new PieceKind<>(
          "ink",
          InkFormat.labels(),
          InkFormat::isInk,
          InkFigures::read,
          InkFigures::hash,
          (files, listener) -> UnipenIncludes.withoutIncluded(files));

  private static final InkPreparation ESTIMATION =
      new InkPreparation(
          List.of(new BaselineLeveling(), new SlantRemoval(), new HeightNormalization()));

  public InkFigures {
    pieces = List.copyOf(pieces);
  }

  /**
   * Figures of a piece.
   *
   * @param timed whether the times of all its points are known
   * @param pressed whether their pressures are
   * @param text what it says; null where unknown, as is the writer
   * @param width of its box, in the unit of its source, as is the height
   * @param line what was found; null if it is no line of writing
   * @param verdict whether it can be learned from as a line; null in formats without lines
   */
  public record Piece(
      int strokes,
      int points,
      boolean timed,
      boolean pressed,
      @Nullable String text,
      @Nullable String writer,
      double width,
      double height,
      @Nullable Line line,
      @Nullable LineVerdict verdict)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    static Piece of(Handwriting ink, InkFormat format, Path file) {
      Box box = ink.box().orElseThrow();
      return new Piece(
          ink.strokes().size(),
          ink.points(),
          all(ink, point -> Double.isFinite(point.seconds())),
          all(ink, point -> Double.isFinite(point.pressure())),
          ink.text().orElse(null),
          ink.writer().orElse(null),
          box.width(),
          box.height(),
          InkPreparation.isLine(ink) && !format.isPrepared()
              ? Line.of(ESTIMATION.apply(ink))
              : null,
          format.holdsLines() ? LineVerdict.of(ink, file) : null);
    }

    private static boolean all(Handwriting ink, Predicate<PenPoint> known) {
      return ink.strokes().stream().allMatch(stroke -> stroke.points().stream().allMatch(known));
    }
  }

  /** What was found in a line of writing: its x-height in source units, angles in degrees. */
  public record Line(double xHeight, double slant, double baselineAngle) implements Serializable {
    private static final long serialVersionUID = 1L;

    static @Nullable Line of(PreparedInk prepared) {
      return prepared
          .value(PreparedInk.X_HEIGHT)
          .map(
              xHeight ->
                  new Line(
                      xHeight,
                      prepared.value(PreparedInk.SLANT).orElse(0.0),
                      prepared.value(PreparedInk.BASELINE_ANGLE).orElse(0.0)))
          .orElse(null);
    }
  }

  static InkFigures read(Path path) throws BadFileException, IOException {
    InkFile file = InkFile.read(path);
    return new InkFigures(
        file.format(),
        Sha256.hex(Files.readAllBytes(path)),
        file.pieces().stream().map(piece -> Piece.of(piece, file.format(), path)).toList());
  }
}
