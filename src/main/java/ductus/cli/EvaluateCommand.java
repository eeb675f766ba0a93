package ductus.cli;

import com.google.gson.JsonObject;
import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.text.EvaluationText;
import ductus.cli.text.Words;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.workbench.CrewSize;
import ductus.workbench.MelodyModel;
import ductus.workbench.ModelCatalogue;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.LeftOut;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.evaluation.EvaluationFiles;
import ductus.workbench.evaluation.EvaluationJson;
import ductus.workbench.evaluation.EvaluationReport;
import ductus.workbench.evaluation.MelodyEvaluation;
import ductus.workbench.generation.MelodyGeneration;
import ductus.workbench.generation.OutputNames;
import ductus.workbench.training.Tune;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus evaluate MODEL FOLDER}: how good a model is. */
@Command(
    name = "evaluate",
    description = {
      "Measures a model of melodies on the tunes of a folder that it was not trained on, and the"
          + " tunes that it makes against all in the folder; or a model that writes by hand, on texts"
          + " that it was not trained on, against the drawings of its hands in a folder.",
      "",
      "The folder that the model was trained on will do: its training pieces are recognized and left"
          + " out, those that were held out remain.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 10_000;
  private static final long USUAL_SEED = 1;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model's file or training run, or the name of a model that ships.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description = "A folder of MIDI files, or of hands.")
  private Path folder = Path.of("");

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
      description = "Tunes to make, or lines to write in each hand; ${DEFAULT-VALUE} by default.")
  private int samples = 100;

  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw common.wrongUsage("--samples must be 1 to " + MOST_SAMPLES + " but was " + samples);
    }
    if (HandModel.isOne(model)) {
      return new HandEvaluation(common).run(model, folder, samples, seed.orElse(USUAL_SEED));
    }
    Sampling asked = sampling.sampling();
    Console console = common.console();
    MelodyModel opened = ModelCatalogue.open(model);
    Corpus<Tune> corpus = read(folder);
    Optional<Corpus<Tune>> elsewhere =
        training == null ? Optional.empty() : Optional.of(read(training));
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    elsewhere.ifPresent(named -> leftOut.addAll(named.leftOut()));
    int status = console.warnOfLeftOut(leftOut.stream().distinct().toList());
    MelodyEvaluation evaluation = new MelodyEvaluation(opened, folder, corpus, elsewhere);
    long drawnWith = seed.orElse(USUAL_SEED);
    console.say("Making " + Words.count(samples, "tune") + ", seed " + drawnWith);
    EvaluationReport report;
    try (Workers workers =
        new Workers(
            CrewSize.of(
                opened.file().network().config(),
                Math.min(samples, MelodyGeneration.AT_A_TIME),
                common.threads()))) {
      report = evaluation.run(asked, drawnWith, samples, KernelChoice.best(), workers);
    }
    JsonObject figures = EvaluationJson.of(report);
    Path to =
        out.path().isPresent()
            ? out.path().get()
            : OutputNames.newFolder("evaluate-" + opened.name());
    List<Path> files = EvaluationFiles.write(report, figures, to);
    console.printJson(figures);
    console.print(EvaluationText.of(report));
    files.forEach(file -> console.say("Wrote " + file));
    return status;
  }

  private Corpus<Tune> read(Path path) throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return Corpus.read(path, Tune.KIND, common.threads(), progress::reach);
    }
  }
}
