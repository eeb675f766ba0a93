package ductus.cli;

import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus evaluate MODEL FOLDER}: how good a model is. */
@Command(
    name = "evaluate",
    description = {
      "Measures a model on what it was not trained on:",
      "  music: a folder of tunes, how well each note is foretold, and how like them new ones are;"
          + " chorales also on frames in JSON",
      "  hands, readers, drawers of letters: folders of hands",
      "  harmony: tunes with chords, or chorales",
      "  listeners: a folder of tunes, which are rendered; hearers of words: recordings with texts",
      "  texts: a folder of text; translators: a file of pairs; classes and tags: things with"
          + " theirs",
      "  series: a file of CSV, whose last tenth of rows counts",
      "",
      "The folder that the model was trained on will do: its training pieces are recognized and"
          + " left out, those that were held out remain.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 10_000;
  private static final long USUAL_SEED = 1;

  /** Options that only some kinds of models have a use for. */
  private static final List<String> OF_SOME = List.of("--split", "--added");

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model's file or training run, or the name of a model that ships.")
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FOLDER",
      description =
          "A folder of MIDI files or of text, or folders of hands; of polyphony also a MIDI file,"
              + " or sets of frames in JSON.")
  private List<Path> folders = List.of();

  @Option(
      names = "--training",
      paramLabel = "FOLDER",
      description =
          "Where the model's training pieces are, if they are not in FOLDER; the baselines learn"
              + " from them.")
  private @Nullable Path training;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "Tunes to make, or lines to write or read in each hand; ${DEFAULT-VALUE} by default. 0 of"
              + " polyphony: only how well frames are predicted.")
  private int samples = 100;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description =
          "With a model of polyphony: only this split of a JSON file, such as valid; else all.")
  private @Nullable String split;

  @Mixin private HandEvaluationOptions handwriting = new HandEvaluationOptions();
  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  private boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  @Override
  public Integer call() throws BadFileException, IOException {
    FoundModel found = FoundModel.find(model, Tasks.shipped());
    ModelEvaluation evaluation = ModelEvaluations.of(found);
    if (samples < evaluation.fewestSamples() || samples > MOST_SAMPLES) {
      throw common.wrongUsage(
          "--samples must be %d to %d but was %d"
              .formatted(evaluation.fewestSamples(), MOST_SAMPLES, samples));
    }
    for (String option : OF_SOME) {
      if (given(option) && !evaluation.ownOptions().contains(option)) {
        throw common.wrongUsage(
            "%s is for other models, but %s is one of %s; leave it out"
                .formatted(option, model, found.encoding()));
      }
    }
    if (master.isGiven() && !evaluation.isForClusters()) {
      throw common.wrongUsage(
          ("--master is for models of tunes, polyphony, text and hands, readers and drawers of"
                  + " letters, but %s is one of %s")
              .formatted(model, found.encoding()));
    }
    return evaluation.run(
        found,
        new EvaluationRequest(
            new EvaluationRequest.Source(folders, training, split),
            new EvaluationRequest.Samples(samples, seed.orElse(USUAL_SEED), sampling),
            handwriting,
            out,
            master,
            common));
  }
}
