package ductus.bench.report;

import ductus.bench.contender.Setting;
import ductus.bench.measure.Comparison;
import ductus.bench.measure.RepeatedMeasurement;
import ductus.cli.format.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Our figures beside those of the peers, a line for each workload.
 *
 * @param figure of one side, by its name; empty where it has none
 * @param share of the machine's limit that ours is, 0 to 1; empty if not known
 * @param ratio how many times as fast we are, from our figure and a peer's
 */
record ComparisonTable(
    BiFunction<Comparison, String, Optional<RepeatedMeasurement>> figure,
    Function<Comparison, Optional<Double>> share,
    Ratio ratio,
    String format) {
  private static final String NONE = "-";

  /** How many times as fast one is as the other. */
  interface Ratio {
    double of(double own, double other);
  }

  /** The number that stands for a setting. */
  static String number(Setting setting) {
    int index = Setting.COMPARED.indexOf(setting);
    return index < 0 ? NONE : String.valueOf(index + 1);
  }

  /** The lines. */
  Table of(List<Comparison> comparisons) {
    List<String> peers = peers(comparisons);
    List<String> headings =
        new ArrayList<>(List.of("Setting", "Cell", "Threads", "Ductus", "±%", "limit%"));
    for (String peer : peers) {
      headings.addAll(List.of(peer, "±%", "times"));
    }
    Table table = new Table(headings.toArray(String[]::new));
    for (Comparison comparison : comparisons) {
      table.row(row(comparison, peers).toArray());
    }
    return table;
  }

  /** Names of the peers that have figures, in the order of the sides. */
  static List<String> peers(List<Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.results().stream().skip(1))
        .map(Comparison.Result::side)
        .distinct()
        .toList();
  }

  private List<String> row(Comparison comparison, List<String> peers) {
    RepeatedMeasurement own = figure.apply(comparison, comparison.own().side()).orElseThrow();
    List<String> row = new ArrayList<>();
    row.add(number(comparison.setting()));
    row.add(comparison.cell());
    row.add(String.valueOf(comparison.threads()));
    row.addAll(cells(own));
    row.add(share.apply(comparison).map(part -> text("%.0f", 100 * part)).orElse(NONE));
    for (String peer : peers) {
      Optional<RepeatedMeasurement> other = figure.apply(comparison, peer);
      row.addAll(other.map(this::cells).orElse(List.of(NONE, NONE)));
      row.add(
          other.map(spread -> text("%.2f", ratio.of(own.median(), spread.median()))).orElse(NONE));
    }
    return row;
  }

  private List<String> cells(RepeatedMeasurement spread) {
    double half = (spread.most() - spread.least()) / 2;
    return List.of(text(format, spread.median()), text("%.0f", 100 * half / spread.median()));
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
