package ductus.task.handwriting.page;

import ductus.ink.plotter.PenTravel;
import ductus.task.Report;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request for writing, for people and for programs.
 *
 * @param seed of the request
 * @param style the hand, or the hands that are mixed
 * @param pages how many
 * @param figures how the writing went
 * @param travel how far a plotter's pen goes; null where none is to draw them
 * @param files all that were written, the sidecar last
 */
public record NewPages(
    long seed,
    String style,
    int pages,
    WritingFigures figures,
    @Nullable PenTravel travel,
    List<Path> files) {
  public NewPages {
    files = List.copyOf(files);
  }

  /** The report of new pages: their files, and what did not go well. */
  public Report report() {
    List<String> lines = new ArrayList<>(files.stream().map(Path::toString).toList());
    if (travel != null) {
      lines.add(travel.toString());
    }
    if (figures.unread() >= 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "The reader reads %.1f %% of %d characters otherwise",
              100.0 * figures.unread() / figures.characters(),
              figures.characters()));
    }
    List<String> warnings = new ArrayList<>();
    if (figures.unfinished() > 0) {
      warnings.add(
          String.format(
                  Locale.ROOT,
                  "%d of %d lines did not come to their end by themselves; try another --seed, or"
                      + " more",
                  figures.unfinished(),
                  figures.lines())
              + " --neatness");
    }
    if (figures.skipped() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d characters got no ink; try another --seed, or more --neatness",
              figures.skipped(),
              figures.characters()));
    }
    return new Report(this, String.join(System.lineSeparator(), lines), warnings, List.of());
  }
}
