package ductus.studio.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.scan.PhotoFile;
import ductus.task.strokerecovery.PictureInk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Ink that is to be read.
 *
 * @param format that it came in, for people
 * @param pieces pages, or lines
 */
record InkToRead(String format, List<Handwriting> pieces) {
  InkToRead {
    pieces = List.copyOf(pieces);
  }

  /**
   * Reads a file of ink, or finds the strokes in a picture.
   *
   * @param threads most threads of the engine
   */
  static InkToRead of(Path file, int threads) throws BadFileException, IOException {
    if (PhotoFile.isOne(file)) {
      return new InkToRead("picture", List.of(PictureInk.strokes(file, threads)));
    }
    InkFile ink = InkFile.read(file);
    return new InkToRead(ink.format().label(), ink.pieces());
  }
}
