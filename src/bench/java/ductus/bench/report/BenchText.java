package ductus.bench.report;

import ductus.bench.measure.Arithmetic;
import ductus.bench.measure.BusyCore;
import ductus.bench.measure.Comparison;
import ductus.bench.measure.LongSequences;
import ductus.bench.measure.PeakSpeed;
import ductus.bench.measure.ProductSpeed;
import ductus.cli.format.NumberText;
import ductus.cli.format.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as tables for people. */
public final class BenchText {
  private static final String LINE = System.lineSeparator();

  private final BenchReport report;

  private BenchText(BenchReport report) {
    this.report = report;
  }

  /** The tables, without a line break after the last line. */
  public static String of(BenchReport report) {
    BenchText text = new BenchText(report);
    List<String> parts = new ArrayList<>();
    parts.add(text.header());
    parts.add(text.training());
    parts.add(text.generation());
    if (!text.pairs().isEmpty()) {
      parts.add(text.twoThreads());
    }
    if (!report.busyCore().isEmpty()) {
      parts.add(text.busyCore());
    }
    parts.add(text.products());
    parts.add(text.longSequences());
    return String.join(LINE + LINE, parts);
  }

  private String header() {
    List<String> lines = new ArrayList<>();
    lines.add(report.machine() + "; " + report.date());
    lines.add(String.join("; ", report.sides()));
    for (PeakSpeed most : report.most()) {
      lines.add(
          "Limits on %s: %s GFLOPS, %s GB/s read from memory"
              .formatted(
                  NumberText.count(most.threads(), "thread"),
                  number("%.0f", most.gigaflops()),
                  number("%.1f", most.gigabytesPerSecond())));
    }
    report.comparisons().stream()
        .map(Comparison::setting)
        .distinct()
        .map(setting -> "Setting " + ComparisonTable.number(setting) + ": " + setting)
        .forEach(lines::add);
    return String.join(LINE, lines);
  }

  private String training() {
    return "Training, tokens a second: median, half the spread, share of the arithmetic limit; how"
        + " many times as fast Ductus is"
        + LINE
        + new ComparisonTable(
                Comparison::training, this::shareOfArithmetic, (own, other) -> own / other, "%,.0f")
            .of(report.comparisons());
  }

  private String generation() {
    return "Generation at batch size 1, microseconds a token: median, half the spread, share of the"
        + " read bandwidth; how many times as fast Ductus is"
        + LINE
        + new ComparisonTable(
                (comparison, side) -> comparison.of(side).map(Comparison.Result::generation),
                BenchText::shareOfBandwidth,
                (own, other) -> other / own,
                "%,.1f")
            .of(report.comparisons());
  }

  private Optional<Double> shareOfArithmetic(Comparison comparison) {
    double reached =
        Arithmetic.of(comparison.setting(), comparison.cell())
            .gigaflops(comparison.ownTraining().median());
    return most(comparison.threads()).map(most -> reached / most.gigaflops());
  }

  private static Optional<Double> shareOfBandwidth(Comparison comparison) {
    double reached =
        Arithmetic.of(comparison.setting(), comparison.cell())
            .gigabytesPerSecond(comparison.own().generation().median());
    return comparison.gigabytesPerSecond() == 0
        ? Optional.empty()
        : Optional.of(reached / comparison.gigabytesPerSecond());
  }

  private Optional<PeakSpeed> most(int threads) {
    return report.most().stream().filter(most -> most.threads() == threads).findFirst();
  }

  /** Comparisons on two threads that were made on one, too. */
  private List<Comparison> pairs() {
    return report.comparisons().stream()
        .filter(comparison -> comparison.threads() == 2 && onOneThread(comparison).isPresent())
        .toList();
  }

  private Optional<Comparison> onOneThread(Comparison two) {
    return report.comparisons().stream()
        .filter(
            one ->
                one.threads() == 1
                    && one.setting().equals(two.setting())
                    && one.cell().equals(two.cell()))
        .findFirst();
  }

  private String twoThreads() {
    List<String> sides = new ArrayList<>(List.of("Ductus"));
    sides.addAll(ComparisonTable.peers(pairs()));
    List<String> headings = new ArrayList<>(List.of("Setting", "Cell"));
    headings.addAll(sides);
    Table table = new Table(headings.toArray(String[]::new));
    for (Comparison two : pairs()) {
      Comparison one = onOneThread(two).orElseThrow();
      List<String> row =
          new ArrayList<>(List.of(ComparisonTable.number(two.setting()), two.cell()));
      for (String side : sides) {
        row.add(
            two.training(side)
                .flatMap(
                    faster ->
                        one.training(side)
                            .map(slower -> number("%.2f", faster.median() / slower.median())))
                .orElse("-"));
      }
      table.row(row.toArray());
    }
    return "Training on two threads, times as fast as on one" + LINE + table;
  }

  private String busyCore() {
    Table table = new Table("Setting", "Cell", "One thread", "Two threads", "times");
    for (BusyCore busy : report.busyCore()) {
      table.row(
          ComparisonTable.number(busy.setting()),
          busy.cell(),
          number("%,.0f", busy.one().median()),
          number("%,.0f", busy.two().median()),
          number("%.2f", busy.two().median() / busy.one().median()));
    }
    return "Training beside another process that keeps a core busy, tokens a second" + LINE + table;
  }

  private String products() {
    Table table = new Table("Product", "Rows×inner×columns", "GFLOPS", "limit%");
    for (ProductSpeed product : report.products()) {
      table.row(
          product.product(),
          product.shape(),
          number("%.0f", product.gigaflops()),
          most(1)
              .map(most -> number("%.0f", 100 * product.gigaflops() / most.gigaflops()))
              .orElse("-"));
    }
    return "Products of a recurrent layer, one thread" + LINE + table;
  }

  private String longSequences() {
    Table table = new Table("Time steps", "µs a token", "Bytes a token");
    for (LongSequences length : report.longSequences()) {
      table.row(
          number("%,.0f", length.time()),
          number("%.2f", length.micros()),
          number("%,.0f", length.bytes()));
    }
    return "Training in longer sequences, " + LongSequences.NETWORK + ", one thread" + LINE + table;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
