package ductus.task.handwriting.page;

import ductus.task.handwriting.synthesis.WritingFigures;
import java.nio.file.Path;
import java.util.List;

/**
 * The outcome of a request for writing.
 *
 * @param pages how many
 * @param figures how the writing went
 * @param files all that were written, the sidecar last
 */
public record NewPages(int pages, WritingFigures figures, List<Path> files) {
  public NewPages {
    files = List.copyOf(files);
  }
}
