package ductus.bench.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import ductus.bench.measure.Comparison;
import ductus.file.AtomicFile;
import ductus.format.NumberText;
import ductus.picture.chart.BarChart;
import ductus.provenance.OutputNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as JSON, and a chart beside it. */
public final class BenchFiles {
  private static final String JSON = ".json";
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private BenchFiles() {}

  /** A new name in a folder, such as {@code generated/bench-2026-11-20.json}. */
  public static Path newName(Path folder, String date) {
    Path path = folder.resolve("bench-" + date + JSON);
    for (int n = 2; Files.exists(path); n++) {
      path = folder.resolve("bench-" + date + "-" + n + JSON);
    }
    return path;
  }

  /** A new name in the folder where output goes by default. */
  public static Path newName(String date) {
    return newName(OutputNames.defaultFolder(), date);
  }

  /**
   * Writes the files.
   *
   * @param out a name that ends in {@code .json}, else a folder
   * @return what was written
   */
  public static List<Path> write(BenchReport report, Path out) throws IOException {
    String name = String.valueOf(out.getFileName());
    Path json = name.toLowerCase(Locale.ROOT).endsWith(JSON) ? out : newName(out, report.date());
    AtomicFile.write(json, GSON.toJson(report) + "\n");
    List<String> peers = ComparisonTable.peers(report.comparisons());
    if (peers.isEmpty()) {
      return List.of(json);
    }
    String stem = String.valueOf(json.getFileName());
    Path svg = json.resolveSibling(stem.substring(0, stem.length() - JSON.length()) + ".svg");
    AtomicFile.write(svg, chart(report, peers));
    return List.of(json, svg);
  }

  /** Our speed is 1; with the first kind of cell, which met all peers. */
  private static byte[] chart(BenchReport report, List<String> peers) {
    String cell = report.comparisons().get(0).cell();
    List<Comparison> comparisons =
        report.comparisons().stream().filter(one -> one.cell().equals(cell)).toList();
    List<String> sides = new ArrayList<>(peers);
    sides.add(0, comparisons.get(0).own().side());
    return BarChart.svg(
        "Training with " + cell + " cells: speed beside that of Ductus",
        "setting and threads",
        "speed, Ductus = 1",
        comparisons.stream().map(BenchFiles::category).toList(),
        sides.stream().map(side -> bars(side, comparisons)).toList());
  }

  private static BarChart.Bars bars(String side, List<Comparison> comparisons) {
    return new BarChart.Bars(
        side, comparisons.stream().map(comparison -> speed(comparison, side)).toList());
  }

  private static String category(Comparison comparison) {
    return ComparisonTable.number(comparison.setting())
        + ", "
        + NumberText.count(comparison.threads(), "thread");
  }

  /** 0, no bar, where a side had no part. */
  private static double speed(Comparison comparison, String side) {
    return comparison
        .training(side)
        .map(training -> training.median() / comparison.ownTraining().median())
        .orElse(0.0);
  }
}
