package ductus.cli.strokerecovery;

import ductus.cli.console.Console;
import ductus.format.NumberText;
import ductus.task.strokerecovery.PictureDrawing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells of a drawing, here and when it is made again. */
public final class DrawingReport {
  private final PictureDrawing.Written written;

  /** The report of a drawing. */
  public DrawingReport(PictureDrawing.Written written) {
    this.written = written;
  }

  private record Result(int strokes, int points, double overlap, List<String> files) {}

  /** Prints files and figures. */
  public void print(Console console) {
    List<String> files = written.files().stream().map(Path::toString).toList();
    console.say(
        String.format(
            Locale.ROOT,
            "%s, %s; %.0f %% of the ink of picture and drawing is in both",
            NumberText.count(written.strokes(), "stroke"),
            NumberText.count(written.points(), "point"),
            100 * written.overlap()));
    files.forEach(console::print);
    console.printJson(new Result(written.strokes(), written.points(), written.overlap(), files));
  }
}
