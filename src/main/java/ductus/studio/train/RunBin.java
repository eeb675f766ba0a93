package ductus.studio.train;

import ductus.studio.bin.BinEntry;
import ductus.studio.bin.BinKind;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Throws the folders of runs into the bin of the workspace, and takes them back. */
final class RunBin {
  private final Workspace workspace;

  RunBin(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A run that was thrown away.
   *
   * @param number of its place in the bin, where others of its name lie too; 0 where it had no
   *     folder yet
   */
  record DiscardedRun(String run, int number) {}

  /** Moves the folder of a run into the bin. */
  DiscardedRun throwAway(String run) throws IOException {
    Path folder = workspace.inside(run);
    if (!Files.exists(folder)) {
      return new DiscardedRun(run, 0);
    }
    BinEntry thrown = workspace.bin().throwAway(BinKind.RUN, folder, List.of(""));
    return new DiscardedRun(run, thrown.number());
  }

  /**
   * Moves it back to where it was, or beside it.
   *
   * @return the run's name, which is another one where that was taken
   * @throws RequestException if it is not in the bin
   */
  String takeBack(DiscardedRun thrown) throws IOException {
    if (thrown.run() == null) {
      throw new RequestException(400, "the request lacks run");
    }
    Path folder = workspace.inside(thrown.run());
    if (!workspace.root().equals(folder.getParent())) {
      throw new RequestException(404, "there is no training run " + thrown.run());
    }
    String run = workspace.name(folder);
    if (!workspace.bin().existing(thrown.number()).stem().equals(run)) {
      throw new RequestException(404, run + " is not in the bin any more");
    }
    return workspace.name(workspace.bin().restore(thrown.number()));
  }
}
