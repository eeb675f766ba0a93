package ductus.cli;

import ductus.cli.console.Console;
import ductus.task.handwriting.page.NewPages;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was written, for people and machines. */
final class PageReport {
  private PageReport() {}

  /** Pages of a request. */
  record Result(long seed, String style, int pages, WritingFigures figures, List<String> files) {
    static Result of(WritingRequest request, NewPages pages) {
      return new Result(
          request.seed(),
          request.style().toString(),
          pages.pages(),
          pages.figures(),
          pages.files().stream().map(Path::toString).toList());
    }

    void print(Console console) {
      files.forEach(console::print);
      if (figures.unread() >= 0) {
        console.print(
            String.format(
                Locale.ROOT,
                "The reader reads %.1f %% of %d characters otherwise",
                100.0 * figures.unread() / figures.characters(),
                figures.characters()));
      }
      if (figures.unfinished() > 0) {
        console.warn(
            "%d of %d lines did not come to their end by themselves; try another --seed, or more"
                    .formatted(figures.unfinished(), figures.lines())
                + " --neatness");
      }
      if (figures.skipped() > 0) {
        console.warn(
            "%d of %d characters got no ink; try another --seed, or more --neatness"
                .formatted(figures.skipped(), figures.characters()));
      }
    }
  }
}
