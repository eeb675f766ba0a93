package ductus.task;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.provenance.NewNames;
import ductus.provenance.Provenance;
import ductus.provenance.ProvenanceKind;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes things of one kind again from their provenance.
 *
 * @param <R> what is asked for of such a thing
 */
public interface Regenerator<R> {
  /** The kind. */
  ProvenanceKind<R> kind();

  /**
   * Names for the files of something that is made again.
   *
   * @param out the name of one of its files, or a folder; null for the usual one
   */
  default NewNames names(@Nullable Path out) throws IOException {
    return NewNames.of(out, "again", kind().endings());
  }

  /**
   * Makes something again, with a provenance file of its own.
   *
   * @param sidecar the file that the provenance is from, named in complaints
   * @param stem of the new files
   * @param listener told how far it is, where that takes long
   * @return what came of it
   * @throws BadFileException if the model, or what else it was made from, is another one by now
   * @throws IllegalArgumentException if the provenance asks for what this program cannot make
   */
  Report again(Path sidecar, Provenance<R> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException;
}
