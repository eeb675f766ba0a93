package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.source.InkSource;
import ductus.ink.read.xml.IamReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of ink.
 *
 * @param pieces one or more, in the order of the file
 */
public record InkFile(InkFormat format, List<Handwriting> pieces) {
  public InkFile {
    pieces = List.copyOf(pieces);
  }

  /**
   * The places where {@link #read} looks for what goes with a file, such as the text of a line:
   * beside it, or in folders beside its own. There may be something or not.
   */
  public static List<Path> beside(Path path) {
    return IamReader.beside(path);
  }

  /**
   * Reads a file of ink of any format.
   *
   * @throws BadFileException if its format is not known, or it cannot be used as it stands
   * @throws IOException if it cannot be read
   */
  public static InkFile read(Path path) throws BadFileException, IOException {
    return read(path, "ink (" + String.join(", ", InkFormat.labels()) + ")");
  }

  /**
   * Reads a file of ink of any format where a file of another kind would do, too.
   *
   * @param wanted what the file must be, for the complaint that it is not
   * @throws BadFileException if its format is not known, or it cannot be used as it stands
   * @throws IOException if it cannot be read
   */
  public static InkFile read(Path path, String wanted) throws BadFileException, IOException {
    InkSource source = InkSource.open(path);
    InkFormat format =
        InkFormat.of(source)
            .orElseThrow(
                () ->
                    source.error(
                        source.isArchive()
                            ? "is an archive: unpack it, and give the folder"
                            : "must be " + wanted + " but is none of these"));
    return new InkFile(format, format.read(source));
  }
}
