package ductus.corpus.line;

import ductus.corpus.PieceKind;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.read.unipen.UnipenIncludes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines of one file.
 *
 * @param hash of its lines, what it includes among them; of the file where it has none
 * @param passedOver how many pieces are no lines to learn from, by reason
 */
record LineFile(String hash, List<CorpusLine> lines, SortedMap<String, Integer> passedOver) {
  /** Files of formats that know what is written and by whom; those that others include aside. */
  static final PieceKind<LineFile> KIND =
      new PieceKind<>(
          "ink",
          InkFormat.labels(),
          InkFormat::holdsLines,
          LineFile::read,
          LineFile::hash,
          (files, listener) -> UnipenIncludes.withoutIncluded(files));

  LineFile {
    lines = List.copyOf(lines);
  }

  private static LineFile read(Path file) throws BadFileException, IOException {
    List<CorpusLine> lines = new ArrayList<>();
    SortedMap<String, Integer> passedOver = new TreeMap<>();
    List<Handwriting> pieces = InkFile.read(file).pieces();
    String unknown = unknownWriter(file);
    for (int i = 0; i < pieces.size(); i++) {
      LineCleaning.Cleaned cleaned = LineCleaning.of(pieces.get(i), file + "#" + (i + 1), unknown);
      cleaned
          .line()
          .ifPresentOrElse(lines::add, () -> passedOver.merge(cleaned.reason(), 1, Integer::sum));
    }
    String hash = lines.isEmpty() ? Sha256.hex(file) : LineFolder.digest(lines);
    return new LineFile(hash, lines, passedOver);
  }

  /** What a writer is called where the ink does not say who that is: as the folder is. */
  static String unknownWriter(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return String.valueOf(folder == null ? file : folder.getFileName());
  }
}
