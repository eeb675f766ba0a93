package ductus.bench.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import ductus.bench.measure.Comparison;
import ductus.file.AtomicFile;
import ductus.picture.BarChart;
import ductus.workbench.generation.OutputNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return newName(OutputNames.DEFAULT_FOLDER, date);
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

  private static byte[] chart(BenchReport report, List<String> peers) {
    return BarChart.svg(
        "Training: how many times as fast Ductus is",
        "setting, cell and threads",
        "times as fast",
        report.comparisons().stream().map(BenchFiles::category).toList(),
        peers.stream()
            .map(
                peer ->
                    new BarChart.Bars(
                        "than " + peer,
                        report.comparisons().stream()
                            .map(comparison -> ratio(comparison, peer))
                            .toList()))
            .toList());
  }

  private static String category(Comparison comparison) {
    return "%s %s %d"
        .formatted(
            ComparisonTable.number(comparison.setting()), comparison.cell(), comparison.threads());
  }

  /** 0, no bar, where the peer had no part. */
  private static double ratio(Comparison comparison, String peer) {
    return comparison
        .of(peer)
        .map(other -> comparison.own().training().median() / other.training().median())
        .orElse(0.0);
  }
}
