package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.train.StageProgress;
import ductus.cli.train.TrainingResult;
import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.file.PartFile;
import ductus.file.ShippedCorpora;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.metric.baseline.KneserNey;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.audio.SoundBank;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingRequest;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.NewPages;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.music.generation.NewPiece;
import ductus.task.music.generation.NewPieces;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import ductus.task.music.training.MusicTraining;
import ductus.task.music.training.PieceExamples;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ductus demo}: the whole tour. */
@Command(
    name = "demo",
    description =
        "The whole tour: trains on the bundled melodies, makes new ones, and writes a letter.")
final class DemoCommand implements Callable<Integer> {
  private static final int TUNES = 3;
  private static final String LETTER =
      """
      Dear reader,

      nobody wrote this by hand. A small network drew every point of it, one after the other, on \
      this very machine, in less than a second.

      What would you like to write?

      Yours,
      Ductus
      """;

  private static final MelodyKind KIND = new MelodyKind();

  private final MusicTrainingConfig recipe;
  private final MusicRequest.Header tunes;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  DemoCommand() {
    this(KIND.recipe(), MusicRequest.Header.OPEN);
  }

  /**
   * A tour of another length.
   *
   * @param recipe of the model
   * @param tunes what is asked of them
   */
  DemoCommand(MusicTrainingConfig recipe, MusicRequest.Header tunes) {
    this.recipe = recipe;
    this.tunes = tunes;
  }

  /** The results of the tour, as JSON has them. */
  record Result(
      TrainingResult training,
      double trigramNatsPerToken,
      double belowTrigram,
      NewPieces generated,
      NewPages written) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    MusicTrainingConfig settings = settings(seed.orElse(1));
    Corpus<MusicPiece<Melody>> corpus = read(settings);
    Path folder = out.madeFolder("demo");
    // What a tour left that was killed goes also where its folder is refused: the next is
    // elsewhere.
    PartFile.clear(folder, OutputNames.SIDECAR);
    console.say("1. Training on " + corpus.pieces().size() + " melodies, about a minute");
    TrainingResult trained;
    Double nats;
    double trigram;
    try (RunFolder run = RunFolder.open(folder.resolve("model"))) {
      if (run.hasRun()) {
        throw new BadFileException(folder, "holds a demo already; choose another --out");
      }
      MusicTraining<Melody> training =
          new MusicTraining<>(KIND, settings, corpus, Preparing.quietly(Version.text()));
      trained = train(Training.of(new MusicTask(), settings, training), run);
      nats = trained.validationNats();
      if (trained.stopped() || nats == null) {
        return ExitStatus.FAILED;
      }
      trigram = trigram(training, settings);
    }
    console.say("2. Making " + TUNES + " tunes with the model just trained");
    NewPieces made = generate(folder, settings.plan().seed());
    console.say("3. Writing a letter by hand with the model that ships");
    NewPages letter = letter(folder, settings.plan().seed());
    report(new Result(trained, trigram, 1 - nats / trigram, made, letter));
    console.say(
        "Listen to the .wav or .mid files in "
            + folder
            + " and open the .svg pictures in a browser; the letter is "
            + folder.resolve("letter.svg"));
    return console.warnOfLeftOut(corpus.leftOut());
  }

  /** The settings that {@code train} has by default, for the bundled melodies. */
  private MusicTrainingConfig settings(long seed) throws IOException {
    MusicTrainingConfig usual = recipe.withSeed(seed);
    Path melodies = ShippedCorpora.folder().resolve("melodies");
    return usual.withLearned(usual.learned().withSources(List.of(melodies.toString())));
  }

  private Corpus<MusicPiece<Melody>> read(MusicTrainingConfig settings)
      throws BadFileException, IOException {
    try (StageProgress stages = new StageProgress(common.console())) {
      return MusicCorpus.read(
          KIND,
          Path.of(settings.corpus().folder()),
          new Preparing(common.threads(), Version.text(), stages));
    }
  }

  private TrainingResult train(Training<?> training, RunFolder run)
      throws BadFileException, DivergenceException, IOException {
    TrainingMaterial material = training.setup().material();
    TrainingWatch watch = new TrainingWatch(common.console(), "train", run, material.target());
    TrainingWatch.Outcome outcome =
        watch.over(
            material.description(),
            training.setup().weights(),
            (listener, stop) ->
                training.run(new TrainingRequest(run, false, common.threads(), listener, stop)));
    watch.print(outcome, material.measured());
    return TrainingResult.of(training, run, outcome);
  }

  /** Held-out nats per token of a trigram that learned the same tunes in the same keys. */
  private static double trigram(MusicTraining<Melody> training, MusicTrainingConfig settings) {
    KneserNey trigram = new KneserNey(KIND.encoding().vocabularySize(), 3);
    PieceExamples.of(KIND, training.split().training(), settings.corpus().keys())
        .forEach(trigram::add);
    List<Sequence> heldOut =
        PieceExamples.of(KIND, training.split().validation(), settings.corpus().keys().heldOut());
    return trigram.losses(heldOut).total().perToken();
  }

  private NewPieces generate(Path folder, long seed) throws BadFileException, IOException {
    String given = folder.resolve("model").toAbsolutePath().normalize().toString();
    MusicModel<Melody> model = MusicModels.open(given, KIND);
    MusicRequest request = MusicRequest.open(KIND.sampling(), seed).with(model.usual()).with(tunes);
    try (NewNames names = NewNames.ofTunes(folder, "tune", TUNES)) {
      List<NewPiece> pieces =
          new TuneWriting(Version.text(), common.threads())
              .write(
                  model,
                  given,
                  request,
                  0,
                  names,
                  TUNES,
                  Optional.of(SoundBank.BUILT_IN),
                  () -> false);
      return new NewPieces(seed, pieces);
    }
  }

  private NewPages letter(Path folder, long seed) throws BadFileException, IOException {
    ModelReference given =
        new ModelReference(HandModel.SHIPPED, folder.toAbsolutePath().toString());
    HandModel model = given.open(Set.of());
    WritingRequest request =
        new WritingRequest(
            LETTER,
            StyleChoice.usual(model),
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            PageSetup.on(Paper.A6),
            RenderSettings.DEFAULT,
            false,
            seed);
    return new TextWriting(Version.text(), common.threads())
        .write(model, given, request, List.of(PageFormat.SVG), folder.resolve("letter"));
  }

  private void report(Result result) {
    Console console = common.console();
    console.print(
        String.format(
            Locale.ROOT,
            "Held-out loss %.3f nats per token; a trigram model has %.3f: %.0f %% lower",
            result.training().validationNats(),
            result.trigramNatsPerToken(),
            100 * result.belowTrigram()));
    console.tell(result.generated().report());
    console.tell(result.written().report());
    console.printJson(result);
  }
}
