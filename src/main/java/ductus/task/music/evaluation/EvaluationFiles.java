package ductus.task.music.evaluation;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import ductus.file.AtomicFile;
import ductus.music.comparison.SetComparison;
import ductus.picture.chart.BarChart;
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
    TuneSetSimilarity likeness = report.likeness();
    return List.of(
        json(figures, folder),
        statistics(report.statistics(), folder),
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

  /** Writes the report of a model of any kind, with its figures. */
  public static List<Path> write(MusicReport report, JsonObject figures, Path folder)
      throws IOException {
    return List.of(json(figures, folder), statistics(report.statistics(), folder));
  }

  private static Path json(JsonObject figures, Path folder) throws IOException {
    Path json = folder.resolve(FIGURES);
    AtomicFile.write(json, new GsonBuilder().setPrettyPrinting().create().toJson(figures) + "\n");
    return json;
  }

  private static Path statistics(List<SetComparison> statistics, Path folder) throws IOException {
    Path path = folder.resolve("statistics.svg");
    AtomicFile.write(
        path,
        BarChart.svg(
            "Generated and held-out pieces",
            "statistic",
            "overlap area",
            statistics.stream().map(each -> each.statistic().replace('_', ' ')).toList(),
            List.of(
                new BarChart.Bars(
                    "of distances", statistics.stream().map(SetComparison::overlap).toList()),
                new BarChart.Bars(
                    "of values", statistics.stream().map(SetComparison::valueOverlap).toList()))));
    return path;
  }

  private static Path picture(Path path, String title, String xLabel, TuneSetSimilarity.Bins bins)
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
