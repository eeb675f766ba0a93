package ductus.corpus.line;

import ductus.corpus.PieceKind;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.read.unipen.UnipenIncludes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines of one file.
 *
 * @param hash of the file and all its lines
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
          UnipenIncludes::withoutIncluded);

  LineFile {
    lines = List.copyOf(lines);
  }

  private static LineFile read(Path file) throws BadFileException, IOException {
    List<CorpusLine> lines = new ArrayList<>();
    SortedMap<String, Integer> passedOver = new TreeMap<>();
    List<Handwriting> pieces = InkFile.read(file).pieces();
    String name = String.valueOf(file.getFileName());
    for (int i = 0; i < pieces.size(); i++) {
      LineCleaning.Cleaned cleaned = LineCleaning.of(pieces.get(i), file + "#" + (i + 1), name);
      cleaned
          .line()
          .ifPresentOrElse(lines::add, () -> passedOver.merge(cleaned.reason(), 1, Integer::sum));
    }
    return new LineFile(Sha256.hex(Files.readAllBytes(file)), lines, passedOver);
  }
}
