package ductus.cli.train;

import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.file.BadFileException;
import ductus.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code --resume} and {@code --out}: in which folder a network trains; to be included with
 * {@code @Mixin}.
 */
public final class RunOptions {
  @Option(
      names = "--resume",
      description = "Goes on from the checkpoint in --out; without one it starts anew.")
  private boolean resume;

  @Mixin private OutOption out = new OutOption();

  /** Whether a run is to go on. */
  public boolean resume() {
    return resume;
  }

  /**
   * Complains where it is not said which run is to go on.
   *
   * @param common that complains
   */
  public void requireOut(CommonOptions common) {
    if (resume && out.path().isEmpty()) {
      throw common.wrongUsage("--resume needs --out, the folder of the run to go on with");
    }
  }

  /**
   * Opens the run's folder.
   *
   * @param name of a new one under {@code generated}
   * @param begins whether it is said what a new run would learn from
   * @throws BadFileException if it holds a run that is not to go on, or none where one is
   */
  public RunFolder open(String name, boolean begins) throws BadFileException, IOException {
    if (out.path().isEmpty()) {
      return RunFolder.openNew(() -> out.folder(name));
    }
    Path path = out.folder(name);
    RunFolder run = RunFolder.open(path);
    if (run.hasRun() && !resume) {
      run.close();
      throw new BadFileException(
          path, "holds a training run already; --resume goes on with it, or choose another --out");
    }
    if (resume && !run.hasRun() && !begins) {
      run.close();
      throw new BadFileException(
          path, "holds no training run to go on with; begin one with FOLDER and this --out");
    }
    return run;
  }
}
