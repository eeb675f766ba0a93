package ductus.cli.harmony;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.task.harmony.ChordEvaluation;
import ductus.task.harmony.HarmonizationKind;
import ductus.task.harmony.HarmonizedTune;
import ductus.task.harmony.HarmonyModels;
import ductus.task.harmony.VoiceEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ductus evaluate} with a model of harmony. */
public final class HarmonyEvaluation {
  private final CommonOptions common;

  /** A report by the options of the command. */
  public HarmonyEvaluation(CommonOptions common) {
    this.common = common;
  }

  /**
   * Tells how often the right chord is found.
   *
   * @param training where the model's training tunes are; null if they are in the folder
   * @return exit status
   */
  public int chords(FoundModel found, Path folder, @Nullable Path training)
      throws BadFileException, IOException {
    Console console = common.console();
    Corpus<HarmonizedTune> corpus = read(folder);
    Optional<Corpus<HarmonizedTune>> elsewhere =
        training == null ? Optional.empty() : Optional.of(read(training));
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
      Table table = new Table("chord of a beat found by", "class %", "triad %");
      row(table, "the network", evaluation.network());
      row(table, "bigrams of chords with the notes", evaluation.bigram());
      row(table, "the keynote's triad throughout", evaluation.tonic());
      console.print(
          "%d held-out tunes, %d beats".formatted(evaluation.tunes(), evaluation.beats()));
      console.print(table.toString());
      console.printJson(evaluation);
    }
    return status;
  }

  /**
   * Tells how well chorales are sung.
   *
   * @param most not more chorales than so many
   * @return exit status
   */
  public int voices(FoundModel found, Path file, int most, long seed)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(common.threads())) {
      VoiceEvaluation evaluation =
          VoiceEvaluation.of(
              HarmonyModels.open(found, HarmonizationKind.SATB).network(),
              file,
              most,
              seed,
              KernelChoice.best(),
              workers);
      Table table =
          new Table("faults", "fifths", "octaves", "crossings", "wide", "out of range", "a bar");
      row(table, "filled voices", evaluation.faults());
      row(table, "the originals", evaluation.originalFaults());
      common.console().print(table.toString());
      common
          .console()
          .print(
              String.format(
                  Locale.ROOT,
                  "%d held-out chorales; %.1f %% of the filled notes are the original's",
                  evaluation.chorales(),
                  100 * evaluation.agreement()));
      common.console().printJson(evaluation);
    }
    return ExitStatus.DONE;
  }

  private Corpus<HarmonizedTune> read(Path path) throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return Corpus.read(path, HarmonizedTune.KIND, common.threads(), progress::reach);
    }
  }

  private static void row(Table table, String name, ChordEvaluation.Share share) {
    table.row(name, percent(share.classes()), percent(share.triads()));
  }

  private static void row(Table table, String name, VoiceLeading faults) {
    table.row(
        name,
        faults.fifths(),
        faults.octaves(),
        faults.crossings(),
        faults.spacings(),
        faults.ranges(),
        String.format(Locale.ROOT, "%.3f", faults.perBar()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
