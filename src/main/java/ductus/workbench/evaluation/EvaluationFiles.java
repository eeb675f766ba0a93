package ductus.workbench.evaluation;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import ductus.file.AtomicFile;
import ductus.picture.BarChart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a report's files: its figures, and pictures of generated against real tunes. */
public final class EvaluationFiles {
  /** The figures. */
  public static final String FIGURES = "evaluation.json";

  private EvaluationFiles() {}

  /**
   * Writes into a folder, which is made if missing.
   *
   * @return the paths
   */
  public static List<Path> write(EvaluationReport report, JsonObject figures, Path folder)
      throws IOException {
    Likeness likeness = report.likeness();
    Path json = folder.resolve(FIGURES);
    AtomicFile.write(json, new GsonBuilder().setPrettyPrinting().create().toJson(figures) + "\n");
    return List.of(
        json,
        picture(
            folder.resolve("pitch-classes.svg"),
            "Pitch classes",
            "semitones above the tonic",
            likeness.pitchClasses()),
        picture(
            folder.resolve("intervals.svg"),
            "Intervals",
            "semitones to the next note",
            likeness.intervals()),
        picture(
            folder.resolve("durations.svg"),
            "Durations",
            "quarter notes, nearest of these",
            likeness.durations()));
  }

  private static Path picture(Path path, String title, String xLabel, Likeness.Bins bins)
      throws IOException {
    AtomicFile.write(
        path,
        BarChart.svg(
            title,
            xLabel,
            "share of the notes",
            bins.bins(),
            List.of(
                new BarChart.Bars("generated", bins.generated()),
                new BarChart.Bars("real", bins.real()))));
    return path;
  }
}
