package ductus.cli.sweep;

import ductus.format.Table;
import ductus.sweep.Standing;
import ductus.sweep.SweepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a sweep, for people. */
final class SweepText {
  private SweepText() {}

  /**
   * The table.
   *
   * @param standings best first
   */
  static String of(SweepPlan plan, List<Standing> standings) {
    boolean several = plan.seeds().size() > 1;
    List<String> headings = new ArrayList<>(List.of("name"));
    headings.addAll(plan.settings());
    headings.addAll(List.of("seeds", "epochs", "held out"));
    if (several) {
      headings.add("±");
    }
    headings.add("state");
    Table table =
        new Table(
            headings.stream().map(each -> each.toUpperCase(Locale.ROOT)).toArray(String[]::new));
    for (Standing standing : standings) {
      List<Object> cells = new ArrayList<>(List.of(standing.configuration().name()));
      plan.settings()
          .forEach(each -> cells.add(standing.configuration().settings().getOrDefault(each, "-")));
      int count = standing.nats().count();
      cells.add(count);
      cells.add(standing.epochs());
      cells.add(count == 0 ? "-" : nats(standing.nats().mean()));
      if (several) {
        cells.add(count < 2 ? "-" : nats(standing.nats().deviation()));
      }
      cells.add(state(standing));
      table.row(cells.toArray());
    }
    return table.toString();
  }

  private static String nats(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String state(Standing standing) {
    return standing.state() == Standing.State.FAILED
        ? String.format(Locale.ROOT, "%d of %d failed", standing.failures(), standing.runs().size())
        : standing.state().label();
  }
}
