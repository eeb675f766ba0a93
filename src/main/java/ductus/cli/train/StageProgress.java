package ductus.cli.train;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.task.Preparing;
import java.util.List;
import java.util.Optional;

/** Shows each stage of a preparation as a progress bar of its own. */
public final class StageProgress implements Preparing.Stages, AutoCloseable {
  private final Console console;
  private Optional<Progress> shown = Optional.empty();

  /** The progress of a preparation that has not begun. */
  public StageProgress(Console console) {
    this.console = console;
  }

  @Override
  public ReadingListener begin(String stage) {
    close();
    Progress progress = console.progress(stage);
    shown = Optional.of(progress);
    return progress;
  }

  @Override
  public void notice(String words) {
    close();
    console.say(words);
  }

  @Override
  public void lacks(List<LeftOut> leftOut) {
    close();
    console.warnOfLeftOut(leftOut);
  }

  @Override
  public void close() {
    shown.ifPresent(Progress::close);
    shown = Optional.empty();
  }
}
