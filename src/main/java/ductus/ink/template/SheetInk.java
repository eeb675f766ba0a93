package ductus.ink.template;

import ductus.file.BadFileException;
import ductus.ink.Stroke;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What was drawn on a sheet in some program. */
final class SheetInk {
  /** Millimeters of the unit of Xournal++. */
  private static final double POINT = 25.4 / 72;

  private SheetInk() {}

  /** The strokes of a file in the order of drawing, in mm, y up. */
  static List<Stroke> read(Path file) throws BadFileException, IOException {
    InkFile ink = InkFile.read(file);
    double unit = ink.format() == InkFormat.XOURNAL ? POINT : 1;
    return ink.pieces().stream()
        .map(piece -> piece.map(point -> point.moved(point.x() * unit, point.y() * unit)))
        .flatMap(piece -> piece.strokes().stream())
        .toList();
  }
}
