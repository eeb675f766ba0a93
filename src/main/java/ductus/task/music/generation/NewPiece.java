package ductus.task.music.generation;

import ductus.task.music.request.PieceOverview;
import java.nio.file.Path;
import java.util.List;

/**
 * A piece that was generated and written.
 *
 * @param outline what was drawn, in a line
 * @param ended whether the model ended it; otherwise it was cut at the limit
 * @param files written, the provenance sidecar last
 */
public record NewPiece(PieceOverview outline, boolean ended, List<Path> files) {
  public NewPiece {
    files = List.copyOf(files);
  }
}
