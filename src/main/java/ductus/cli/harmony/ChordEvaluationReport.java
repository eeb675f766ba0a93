package ductus.cli.harmony;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.harmony.ChordEvaluation;
import ductus.task.harmony.ChordFigures;
import ductus.task.harmony.HarmonizationKind;
import ductus.task.harmony.HarmonizedTune;
import ductus.task.harmony.HarmonyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ductus evaluate} with a model of chords: how often it finds the right one. */
public final class ChordEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(TaggingNetwork.CHORDS);
  }

  /** Finds chords for held-out tunes. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path folder = request.folder();
    Path training = request.source().training();
    CommonOptions common = request.common();
    Console console = common.console();
    Corpus<HarmonizedTune> corpus = read(folder, common);
    Optional<Corpus<HarmonizedTune>> elsewhere =
        training == null ? Optional.empty() : Optional.of(read(training, common));
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    elsewhere.ifPresent(named -> leftOut.addAll(named.leftOut()));
    int status = console.warnOfLeftOut(leftOut.stream().distinct().toList());
    try (Workers workers = new Workers(common.threads())) {
      ChordEvaluation evaluation =
          ChordEvaluation.of(
              HarmonyModels.open(found, HarmonizationKind.CHORDS),
              folder,
              corpus,
              elsewhere,
              KernelChoice.best(),
              workers);
      console.print(
          String.format(
              Locale.ROOT, "%d held-out tunes, %d beats", evaluation.tunes(), evaluation.beats()));
      console.print(table(evaluation).toString());
      console.printJson(evaluation);
    }
    return status;
  }

  private static Corpus<HarmonizedTune> read(Path path, CommonOptions common)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return Corpus.read(path, HarmonizedTune.KIND, common.threads(), progress);
    }
  }

  private static Table table(ChordEvaluation evaluation) {
    Table table =
        new Table(
            "style",
            "chord of a beat found by",
            "root %",
            "triad %",
            "class %",
            "nats",
            "changes a bar",
            "tune on it %",
            "ends at home %");
    for (ChordEvaluation.OfStyle each : evaluation.styles()) {
      String name = String.format(Locale.ROOT, "%s, %d tunes", each.style().label(), each.tunes());
      row(table, name, "the network", each.network());
      row(table, "", "bigrams of chords with the notes", each.bigram());
      row(table, "", "the keynote's triad throughout", each.tonic());
      row(table, "", "people", each.people());
    }
    return table;
  }

  private static void row(Table table, String style, String name, ChordFigures figures) {
    Double nats = figures.nats();
    table.row(
        style,
        name,
        percent(figures.roots()),
        percent(figures.triads()),
        percent(figures.classes()),
        nats == null ? "" : String.format(Locale.ROOT, "%.3f", nats),
        String.format(Locale.ROOT, "%.2f", figures.changes()),
        percent(figures.fit()),
        percent(figures.closes()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
