package ductus.task.registry;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.task.Regenerator;
import ductus.task.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was made and can be made again: its provenance, and what makes things of its kind.
 *
 * @param sidecar the file of its provenance
 * @param <R> what was asked for
 */
public record Regenerable<R>(Regenerator<R> regenerator, Path sidecar, Provenance<R> provenance) {
  /**
   * Something that was made again.
   *
   * @param report what came of it
   * @param different endings of files that do not have the bytes of those before
   */
  public record Regenerated(Report report, List<String> different) {
    public Regenerated {
      different = List.copyOf(different);
    }
  }

  /** Reads a provenance file of a kind. */
  static <R> Regenerable<R> read(Regenerator<R> regenerator, Path sidecar)
      throws BadFileException, IOException {
    return new Regenerable<>(regenerator, sidecar, regenerator.kind().read(sidecar));
  }

  /** Names for the new files, as {@link Regenerator#names} finds them. */
  public NewNames names(@Nullable Path out) throws IOException {
    return regenerator.names(out);
  }

  /**
   * Makes it again, and compares the bytes.
   *
   * @param stem of the new files
   * @param listener told how far it is, where that takes long
   * @throws BadFileException if the model, or what else it was made from, is another one by now, or
   *     the provenance asks for what this program cannot make
   */
  public Regenerated again(Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    Report report;
    try {
      report = regenerator.again(sidecar, provenance, stem, listener);
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(sidecar, String.valueOf(unfit.getMessage()));
    }
    Provenance<R> now = regenerator.kind().read(OutputNames.path(stem, OutputNames.SIDECAR));
    return new Regenerated(report, provenance.different(now));
  }
}
