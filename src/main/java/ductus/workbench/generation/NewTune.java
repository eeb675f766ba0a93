package ductus.workbench.generation;

import ductus.music.Melody;
import java.nio.file.Path;
import java.util.List;

/**
 * A tune that was generated and written.
 *
 * @param melody what was drawn
 * @param ended whether the model ended it; otherwise it was cut at the limit
 * @param files written, the provenance sidecar last
 */
public record NewTune(Melody melody, boolean ended, List<Path> files) {
  public NewTune {
    files = List.copyOf(files);
  }
}
