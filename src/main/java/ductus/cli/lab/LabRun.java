package ductus.cli.lab;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.format.Table;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.result.Results.Summary;
import ductus.lab.trial.Assignment;
import ductus.lab.trial.AssignmentRunner;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.math.KernelChoice;
import ductus.math.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs an assignment, with progress, and prints its table. */
final class LabRun {
  /** Parts that progress is counted in. */
  private static final int PARTS = 10_000;

  /**
   * What a run of an examination has come to, for machines.
   *
   * @param run its name
   * @param trials done so far, of those planned, with all seeds
   * @param results of each trial over its seeds; a measure is null where no seed has it
   */
  record ExaminationReport(
      String run,
      String examination,
      String folder,
      String table,
      String picture,
      List<Long> seeds,
      int trials,
      int planned,
      List<Row> results) {
    /** A trial over its seeds. */
    record Row(Map<String, String> trial, int seeds, Map<String, @Nullable Figure> figures) {}

    /** A measure over the seeds that have it. */
    record Figure(double mean, double deviation, int seeds) {}
  }

  private final CommonOptions common;
  private final Console console;

  LabRun(CommonOptions common) {
    this.common = common;
    console = common.console();
  }

  /**
   * Runs what is left of assignments, one after the other, each into a folder of its name.
   *
   * @param folder of these folders
   * @param again the command that goes on with all of them
   * @return of each that was begun what has come of it
   */
  List<ExaminationReport> runAll(List<Assignment<?>> assignments, Path folder, String again)
      throws BadFileException, InterruptedException, IOException {
    List<ExaminationReport> reports = new ArrayList<>();
    try (StopSignal stop = new StopSignal()) {
      for (Assignment<?> assignment : assignments) {
        if (stop.isGiven()) {
          console.say(
              String.format(
                  Locale.ROOT,
                  "Stopped with %d of %s begun; this goes on: %s",
                  reports.size(),
                  NumberText.count(assignments.size(), "examination"),
                  again));
          break;
        }
        console.print((reports.isEmpty() ? "" : "\n") + assignment.name());
        reports.add(run(assignment, folder.resolve(assignment.name()), again, stop));
      }
    }
    return reports;
  }

  /**
   * Runs what is left of an assignment.
   *
   * @param folder of the results
   * @param again the command that goes on with it
   */
  <S extends Record> ExaminationReport run(Assignment<S> assignment, Path folder, String again)
      throws BadFileException, InterruptedException, IOException {
    try (StopSignal stop = new StopSignal()) {
      return run(assignment, folder, again, stop);
    }
  }

  private <S extends Record> ExaminationReport run(
      Assignment<S> assignment, Path folder, String again, StopSignal stop)
      throws BadFileException, InterruptedException, IOException {
    console.noticeOfKernels(KernelChoice.best());
    AssignmentRunner<S> examining;
    AssignmentRunner.Ending ending;
    try (Progress progress = console.progress(assignment.name())) {
      examining =
          new AssignmentRunner<>(
              assignment,
              folder,
              Version.text(),
              common.threads(),
              observer(assignment, progress),
              stop::isGiven);
      console.say(beginning(assignment, examining));
      ending = examining.run();
    }
    console.print(table(assignment, ending.results()));
    console.say(
        String.format(
            Locale.ROOT,
            "%s, %s",
            examining.folder().table(),
            examining.folder().picture().getFileName()));
    if (ending.isPartial()) {
      console.say(
          String.format(
              Locale.ROOT,
              "%s with %s of %d done; this goes on from here: %s",
              stop.isGiven() ? "Stopped" : "The minutes are over",
              NumberText.count(ending.done(), "trial"),
              ending.planned(),
              again));
    }
    return report(assignment, examining, ending);
  }

  private static String beginning(Assignment<?> assignment, AssignmentRunner<?> examining) {
    int done = examining.planned() - examining.left();
    return String.format(
        Locale.ROOT,
        "%s: %s%s; seeds %s; results in %s",
        assignment.examination().question(),
        NumberText.count(examining.planned(), "trial"),
        done == 0 ? "" : String.format(Locale.ROOT, ", %d done before", done),
        String.join(", ", assignment.seeds().stream().map(String::valueOf).toList()),
        examining.folder().path());
  }

  private AssignmentRunner.Observer observer(Assignment<?> assignment, Progress progress) {
    return new AssignmentRunner.Observer() {
      @Override
      public void reached(double share, String note) {
        progress.note(note);
        progress.reach(Math.round(share * PARTS), PARTS);
      }

      @Override
      public void ended(Trial trial, Result result) {
        if (console.isVerbose()) {
          console.say(line(assignment, result));
        }
      }

      @Override
      public void diverged(Trial trial, long seed, String why) {
        console.warn(String.format(Locale.ROOT, "%s, seed %d: %s", trial.name(), seed, why));
      }
    };
  }

  private static String line(Assignment<?> assignment, Result result) {
    List<String> words = new ArrayList<>();
    List<TrialMetric> measures = assignment.examination().measures();
    for (int i = 0; i < measures.size(); i++) {
      words.add(
          measures.get(i).name()
              + " "
              + number(result.outcome().figures().get(i), measures.get(i)));
    }
    return String.format(
        Locale.ROOT,
        "%s, seed %d: %s",
        String.join(" ", result.labels()),
        result.seed(),
        String.join(", ", words));
  }

  private static String number(double value, TrialMetric measure) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%,." + measure.decimals() + "f", value)
        : "-";
  }

  /** The trials with mean and deviation of each measure; the latter where seeds are several. */
  private static String table(Assignment<?> assignment, Results results) {
    List<TrialMetric> measures = assignment.examination().measures();
    List<Summary> summaries = results.summaries();
    boolean several = summaries.stream().anyMatch(each -> each.seeds() > 1);
    List<String> headings = new ArrayList<>(assignment.examination().labels());
    headings.add("seeds");
    for (TrialMetric measure : measures) {
      headings.add(measure.name());
      if (several) {
        headings.add("±");
      }
    }
    Table table =
        new Table(
            headings.stream().map(each -> each.toUpperCase(Locale.ROOT)).toArray(String[]::new));
    for (Summary summary : summaries) {
      List<Object> cells = new ArrayList<>(summary.labels());
      cells.add(summary.seeds());
      for (int i = 0; i < measures.size(); i++) {
        Spread figure = summary.figures().get(i);
        cells.add(number(figure.mean(), measures.get(i)));
        if (several) {
          cells.add(figure.count() > 1 ? number(figure.deviation(), measures.get(i)) : "-");
        }
      }
      table.row(cells.toArray());
    }
    return table.toString();
  }

  private static ExaminationReport report(
      Assignment<?> assignment, AssignmentRunner<?> examining, AssignmentRunner.Ending ending) {
    List<ExaminationReport.Row> rows =
        ending.results().summaries().stream().map(each -> row(assignment, each)).toList();
    return new ExaminationReport(
        assignment.name(),
        assignment.examination().name(),
        examining.folder().path().toString(),
        examining.folder().table().toString(),
        examining.folder().picture().toString(),
        assignment.seeds(),
        ending.done(),
        ending.planned(),
        rows);
  }

  private static ExaminationReport.Row row(Assignment<?> assignment, Summary summary) {
    Map<String, String> trial = new LinkedHashMap<>();
    List<String> labels = assignment.examination().labels();
    for (int i = 0; i < labels.size(); i++) {
      trial.put(labels.get(i), summary.labels().get(i));
    }
    Map<String, ExaminationReport.@Nullable Figure> figures = new LinkedHashMap<>();
    List<String> measures = assignment.measures();
    for (int i = 0; i < measures.size(); i++) {
      Spread spread = summary.figures().get(i);
      figures.put(
          measures.get(i),
          spread.count() == 0
              ? null
              : new ExaminationReport.Figure(spread.mean(), spread.deviation(), spread.count()));
    }
    return new ExaminationReport.Row(trial, summary.seeds(), figures);
  }
}
