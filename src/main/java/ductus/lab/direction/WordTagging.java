package ductus.lab.direction;

import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.lab.direction.DirectionSettings.ComparedCore;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.TrialContext;
import ductus.model.ModelFile;
import ductus.model.tagging.TaggingNetwork;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of words of sentences, measured on sentences of another hand. Hard are words that were
 * not learned.
 *
 * @param settings what is learned, and how
 */
record WordTagging(DirectionSettings.Words settings) implements DirectionTask {
  private static final String PROGRAM = "lab";

  /** Words of an epoch, of the sentences that ship. */
  private static final double WORDS = 6000;

  @Override
  public String name() {
    return "words";
  }

  @Override
  public String loss() {
    return "held-out nats a word";
  }

  @Override
  public List<ComparedCore> networks() {
    return settings.networks();
  }

  @Override
  public double cost() {
    return WORDS * settings.practice().epochs();
  }

  @Override
  public void require(ComparedCore network) {
    config(network, "", 0);
  }

  private TagTrainingConfig config(ComparedCore network, String data, long seed) {
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

  @Override
  public Outcome learn(ComparedCore core, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    TaggedFile corpus = TaggedFile.read(ShippedCorpora.resolve(settings.corpus()));
    TaggedFile blind = TaggedFile.read(ShippedCorpora.resolve(settings.blind()));
    TagTrainingConfig config = config(core, corpus.path().toString(), bench.seed());
    TagTraining training = new TagTraining(config, PROGRAM);
    TaggingNetwork network = training.network();
    TrainingHistory history =
        bench.train(
            network, config.plan(), training.batches(network, Peers.NONE), metrics -> false);
    EpochMetrics last = history.last();
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
            Curve.ofValues(
                LEARNING, history.epochs().stream().map(EpochMetrics::validationNats).toList())));
  }

  private static double share(TagEvaluation.@Nullable Share share) {
    return share == null || share.count() == 0 ? Double.NaN : share.accuracy();
  }
}
