package ductus.lab.direction;

import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.model.ModelFile;
import ductus.model.tagging.TaggingNetwork;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.task.tagging.TagEvaluation;
import ductus.task.tagging.TagTraining;
import ductus.task.tagging.TagTrainingConfig;
import ductus.task.tagging.TaggedFile;
import ductus.task.tagging.WordTagger;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is it worth to have read on (Schuster and Paliwal 1997)? Networks of about as many weights
 * tag the words of sentences, and are measured on sentences of another hand.
 */
public final class Directions implements Examination<DirectionSettings> {
  private static final String PROGRAM = "lab";
  private static final String LEARNING = "learning";
  private static final int RIGHT = 1;
  private static final int BASELINE = 2;

  @Override
  public String name() {
    return "directions";
  }

  @Override
  public String question() {
    return "what is it worth to have read on before a word is tagged?";
  }

  @Override
  public Class<DirectionSettings> settings() {
    return DirectionSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("cell");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("weights", "of the network, its words' vectors included", 0),
        new TrialMetric("right", "share of the words of the other hand's sentences", 3),
        new TrialMetric("baseline", "the same by each word's most frequent tag", 3),
        new TrialMetric("new right", "share of those of them that were not learned", 3),
        new TrialMetric("new baseline", "the same by the tag of rare words", 3));
  }

  @Override
  public List<Trial> trials(DirectionSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (DirectionSettings.ComparedCore network : settings.networks()) {
      // Complains about what is wrong.
      config(network, settings, "", 0);
      trials.add(new Trial(List.of(network.cell()), 1, bench -> learn(network, settings, bench)));
    }
    return trials;
  }

  private static TagTrainingConfig config(
      DirectionSettings.ComparedCore network, DirectionSettings settings, String data, long seed) {
    DirectionSettings.TrainingBudget practice = settings.practice();
    return new TagTrainingConfig(
        data,
        "",
        settings.embeddingSize(),
        settings.core(network),
        practice.validation(),
        TrainingPlan.of(
            practice.epochs(),
            seed,
            new Batching(practice.batchSize(), 0),
            new LearningRate(practice.learningRate(), 0, LearningRate.Shape.COSINE)));
  }

  private static Outcome learn(
      DirectionSettings.ComparedCore core, DirectionSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    TaggedFile corpus = TaggedFile.read(ShippedCorpora.resolve(settings.corpus()));
    TaggedFile blind = TaggedFile.read(ShippedCorpora.resolve(settings.blind()));
    TagTrainingConfig config = config(core, settings, corpus.path().toString(), bench.seed());
    TagTraining training = new TagTraining(config, PROGRAM);
    TaggingNetwork network = training.network();
    List<EpochMetrics> history =
        bench
            .train(network, config.plan(), training.batches(network, Peers.NONE), metrics -> false)
            .history();
    EpochMetrics last = history.get(history.size() - 1);
    WordTagger tagger =
        new WordTagger(
            new ModelFile<>(training.header(network, last), network),
            bench.kernels(),
            bench.workers());
    TagEvaluation said = TagEvaluation.of(tagger, blind, blind.sentences(), corpus.sentences());
    return new Outcome(
        List.of(
            (double) training.weights(),
            said.words().accuracy(),
            share(said.baseline()),
            share(said.newWords()),
            share(said.newWordsBaseline())),
        List.of(
            Curve.ofValues(LEARNING, history.stream().map(EpochMetrics::validationNats).toList())));
  }

  private static double share(TagEvaluation.@Nullable Share share) {
    return share == null || share.count() == 0 ? Double.NaN : share.accuracy();
  }

  @Override
  public byte[] picture(DirectionSettings settings, Results results) {
    List<Series> learning = new ArrayList<>();
    List<Series> right = new ArrayList<>();
    for (DirectionSettings.ComparedCore network : settings.networks()) {
      List<String> labels = List.of(network.cell());
      learning.add(results.mean(labels, LEARNING, network.cell()));
      double place = right.size() + 1;
      right.add(
          results
              .figure(labels, RIGHT)
              .map(
                  spread ->
                      new Series(
                          network.cell(),
                          List.of(place),
                          List.of(spread.mean()),
                          List.of(spread.deviation())))
              .orElse(new Series(network.cell(), List.of(place), List.of(Double.NaN))));
    }
    return PanelChart.svg(
        "Tagging words: who has read on, and who has not",
        2,
        List.of(
            new Panel("Learning", "epochs", "held-out nats a word", Panel.Scale.LINEAR, learning)
                .within(Panel.Range.FROM_ZERO),
            Panel.ofBars(
                    "Blind sentences" + baseline(settings, results),
                    "",
                    "share of words that are right",
                    right)
                .within(Panel.Range.SHARE)));
  }

  /** What the most frequent tags get, for the title; nothing before a network has learned. */
  private static String baseline(DirectionSettings settings, Results results) {
    return settings.networks().stream()
        .flatMap(network -> results.figure(List.of(network.cell()), BASELINE).stream())
        .findFirst()
        .map(spread -> String.format(Locale.ROOT, " (frequent tags: %.3f)", spread.mean()))
        .orElse("");
  }
}
