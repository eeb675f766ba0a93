package ductus.inspection.ink;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.sheet.InkSheet;
import ductus.inspection.FolderReport;
import ductus.picture.PngPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file or a folder of ink, looked through.
 *
 * @param files those that the report is of; of very many the first
 */
public record InkSurvey(InkReport report, List<Path> files) {
  private static final String SVG = ".svg";
  private static final String PNG = ".png";
  private static final double DPI = 96;

  public InkSurvey {
    files = List.copyOf(files);
  }

  /**
   * Reads a file, or a folder and all folders in it.
   *
   * @param threads 1 or more
   * @throws BadFileException if the file cannot be used, or there is no ink in the folder
   * @throws IOException if the file cannot be read, or reading is interrupted
   */
  public static InkSurvey read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    if (!Files.isDirectory(path)) {
      InkFigures figures = InkFigures.read(path);
      InkTally tally = new InkTally();
      tally.add(key(path), figures);
      return new InkSurvey(
          tally.report(path.toString(), InkMeasure.medians(figures.pieces()), List.of()),
          List.of(path));
    }
    Corpus<InkFigures> corpus = Corpus.read(path, InkFigures.KIND, threads, listener);
    InkTally tally = new InkTally();
    corpus.pieces().forEach(piece -> tally.add(key(piece.path()), piece.value()));
    corpus.duplicates().forEach(duplicate -> tally.addDuplicate());
    corpus.leftOut().forEach(each -> tally.addLeftOut(each.reason()));
    List<InkFigures.Piece> pieces =
        corpus.pieces().stream().flatMap(piece -> piece.value().pieces().stream()).toList();
    InkReport report =
        tally.report(
            path.toString(),
            InkMeasure.medians(pieces),
            corpus.leftOut().stream().map(FolderReport.Unread::of).toList());
    return new InkSurvey(report, corpus.pieces().stream().map(Piece::path).toList());
  }

  private static String key(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Whether a sheet can be written to a file of such a name: an SVG or a PNG picture. */
  public static boolean isSheet(Path file) {
    return endsIn(file, SVG) || endsIn(file, PNG);
  }

  /** Writes {@link #sheet} to a file. */
  public void writeSheet(Path to) throws BadFileException, IOException {
    byte[] svg = sheet();
    AtomicFile.write(to, endsIn(to, PNG) ? PngPicture.png(svg, DPI) : svg);
  }

  private static boolean endsIn(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** A picture of the ink as SVG; of much ink, the first pieces. Reads their files again. */
  public byte[] sheet() throws BadFileException, IOException {
    List<Handwriting> shown = new ArrayList<>();
    boolean prepared = true;
    for (Path path : files) {
      InkFile file = InkFile.read(path);
      prepared &= file.format().isPrepared();
      for (Handwriting piece : file.pieces()) {
        if (!InkSheet.hasRoom(shown)) {
          break;
        }
        shown.add(piece);
      }
      if (!InkSheet.hasRoom(shown)) {
        break;
      }
    }
    Path name = Path.of(report.path()).toAbsolutePath().normalize().getFileName();
    return InkSheet.svg(
        String.valueOf(name), shown, (long) report.ink().pieces() - shown.size(), prepared);
  }
}
