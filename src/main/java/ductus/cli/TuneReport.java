package ductus.cli;

import ductus.cli.console.Console;
import ductus.music.Melody;
import ductus.workbench.generation.NewTune;
import java.nio.file.Path;
import java.util.List;

/** What was generated, for people and machines. */
final class TuneReport {
  private TuneReport() {}

  /** One tune. */
  record Line(String metre, String key, int bars, int notes, boolean ended, List<String> files) {
    static Line of(NewTune tune) {
      Melody melody = tune.melody();
      return new Line(
          melody.timeSignatures().get(0).toString(),
          melody.key().label(),
          melody.bars().size(),
          melody.notes().size(),
          tune.ended(),
          tune.files().stream().map(Path::toString).toList());
    }

    String text() {
      return "%s  %s, %s, %d bars, %d notes%s"
          .formatted(
              files.stream().filter(file -> file.endsWith(".mid")).findFirst().orElse(""),
              key,
              metre,
              bars,
              notes,
              ended ? "" : ", cut at the limit");
    }
  }

  /** All tunes of a request. */
  record Result(long seed, List<Line> tunes) {
    static Result of(long seed, List<NewTune> tunes) {
      return new Result(seed, tunes.stream().map(Line::of).toList());
    }

    void print(Console console) {
      tunes.forEach(tune -> console.print(tune.text()));
    }
  }
}
