package ductus.studio.train;

import ductus.file.AtomicFile;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    int number = 1;
    while (Files.exists(place(run, number))) {
      number++;
    }
    Files.move(folder, AtomicFile.makeFolderOf(place(run, number)).resolve(run));
    return new DiscardedRun(run, number);
  }

  /**
   * Moves it back to where it was.
   *
   * @return the run's name
   * @throws RequestException if it is not in the bin, or something else has its place
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
    Path inBin = place(run, thrown.number());
    if (!Files.isDirectory(inBin)) {
      throw new RequestException(404, run + " is not in the bin any more");
    }
    if (Files.exists(folder)) {
      throw new RequestException(409, "there is a " + run + " already");
    }
    Files.move(inBin, folder);
    return run;
  }

  private Path place(String run, int number) {
    return workspace.bin().resolve("runs").resolve(Integer.toString(number)).resolve(run);
  }
}
