package ductus.cli.surprise;

import ductus.analysis.surprise.AnomalyReport;
import ductus.analysis.surprise.AnomalyThreshold;
import ductus.analysis.surprise.FaultComparison;
import ductus.analysis.surprise.KnownFaults;
import ductus.analysis.surprise.Surprise.ScoredPart;
import ductus.format.NumberText;
import ductus.format.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The odd parts of a piece, for people and as CSV. */
final class AnomalyText {
  private static final int MOST_LINES = 10;

  private AnomalyText() {}

  /** How many are odd, and those that surprise most. */
  static String of(AnomalyReport judgement) {
    List<ScoredPart> parts = judgement.surprise().parts();
    Set<Integer> odd = judgement.odd();
    String note = judgement.surprise().note();
    Table table = new Table(judgement.part(), "surprise", "");
    judgement.ranked().stream()
        .limit(MOST_LINES)
        .forEach(
            i ->
                table.row(
                    parts.get(i).name(),
                    number(parts.get(i).surprise()),
                    odd.contains(i) ? "odd" : ""));
    String count = NumberText.count(parts.size(), judgement.part());
    return (note.isEmpty() ? "" : "Taken for " + note + System.lineSeparator())
        + judgement
            .alarm()
            .map(alarm -> odd.size() + " of " + count + " odd: " + limit(alarm, judgement.part()))
            .orElse(count + "; what is odd cannot be told without --sound, but these surprise most")
        + System.lineSeparator()
        + System.lineSeparator()
        + table;
  }

  private static String limit(AnomalyThreshold alarm, String part) {
    return String.format(
        Locale.ROOT,
        "above %.3f nats, as %s %% of %s are",
        alarm.limit(),
        BigDecimal.valueOf(100 * alarm.rate())
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString(),
        NumberText.count(alarm.sound(), "sound " + part));
  }

  /** How the odd rows go with the faulty ones, and as many rows by the plain rule. */
  static String of(KnownFaults.Compared compared) {
    Table table = new Table("known faults", "network", "linear forecast");
    FaultComparison network = compared.network();
    FaultComparison linear = compared.linear();
    table.row("found, of " + network.faults(), network.found(), linear.found());
    table.row(
        "odd rows that are faulty, %", percent(network.precision()), percent(linear.precision()));
    table.row("faulty rows that are odd, %", percent(network.recall()), percent(linear.recall()));
    table.row(
        "sound rows that are odd, %",
        percent(network.falseAlarmRate()), percent(linear.falseAlarmRate()));
    return System.lineSeparator()
        + table
        + System.lineSeparator()
        + "The linear forecast calls as many rows odd as the network: those farthest from it.";
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** A line a part; its surprise empty where there is nothing to judge. */
  static String csv(AnomalyReport judgement) {
    StringBuilder lines = new StringBuilder(judgement.part()).append(",surprise,odd\n");
    List<ScoredPart> parts = judgement.surprise().parts();
    Set<Integer> odd = judgement.odd();
    for (int i = 0; i < parts.size(); i++) {
      ScoredPart part = parts.get(i);
      lines
          .append(part.name().contains(",") ? '"' + part.name() + '"' : part.name())
          .append(',')
          .append(Double.isNaN(part.surprise()) ? "" : number(part.surprise()))
          .append(odd.contains(i) ? ",1\n" : ",0\n");
    }
    return lines.toString();
  }

  private static String number(double nats) {
    return String.format(Locale.ROOT, "%.3f", nats);
  }
}
