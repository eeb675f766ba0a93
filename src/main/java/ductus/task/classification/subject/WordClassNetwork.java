package ductus.task.classification.subject;

import ductus.metric.classification.Classification;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.Trainable;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.nn.Tape;
import ductus.task.classification.ClassNetwork;
import ductus.text.word.WordExample;
import ductus.text.word.WordNetworkConfig;
import ductus.text.word.WordRows;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** Classifies texts, each the words that it has, one or more; says so at the last of them. */
final class WordClassNetwork implements ClassNetwork<List<String>> {
  /** Share of the words of few texts that are not seen while learning; found on moods. */
  private static final double MISSED = 0.3;

  /**
   * So many texts are few; of more, fewer words are hidden, since what they say is in the words.
   */
  private static final double FEW = 2000;

  private final WordNetworkConfig config;
  private final WordRows rows;
  private final TaggingNetwork network;

  /** A network that was read, or is new. */
  WordClassNetwork(WordNetworkConfig config, TaggingNetwork network) {
    this.config = config;
    this.network = network;
    rows = new WordRows(config.vocabulary());
  }

  @Override
  public Trainable weights() {
    return network;
  }

  @Override
  public WordNetworkConfig config() {
    return config;
  }

  @Override
  public CoreConfig layers() {
    return config.network().core();
  }

  @Override
  public int version() {
    return WordRows.VERSION;
  }

  @Override
  public List<String> labels() {
    return config.labels();
  }

  @Override
  public BatchSource batches(
      TrainingPlan plan, List<Labeled<List<String>>> learned, List<Labeled<List<String>>> heldOut) {
    double missed = MISSED * Math.min(1, FEW / learned.size());
    return new ExampleBatches<>(
        SequenceTeaching.of(network),
        plan,
        learned.stream()
            .map(each -> new WordExample(rows.of(each.thing()), targets(each), missed))
            .toList(),
        heldOut.stream()
            .map(each -> new TagSequence(rows.of(each.thing()), targets(each), WordRows.PER_WORD))
            .toList());
  }

  private int[] targets(Labeled<List<String>> text) {
    int[] targets = none(text.thing());
    targets[targets.length - 1] = config.labels().indexOf(text.label());
    return targets;
  }

  private static int[] none(List<String> words) {
    int[] none = new int[words.size()];
    Arrays.fill(none, TagSequence.NONE);
    return none;
  }

  @Override
  public List<Classification> classify(List<List<String>> texts, Tape tape) {
    TagBatch batch =
        new TagBatch(
            texts.stream()
                .map(words -> new TagSequence(rows.of(words), none(words), WordRows.PER_WORD))
                .toList());
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    List<Classification> all = new ArrayList<>();
    for (int b = 0; b < texts.size(); b++) {
      all.add(
          Classification.of(config.labels(), logits, (texts.get(b).size() - 1) * texts.size() + b));
    }
    return all;
  }

  @Override
  public Optional<String> caution(List<String> words, Classification said) {
    return rows.known(words) > 0
        ? Optional.empty()
        : Optional.of("the model knows none of its words, and goes by their spelling alone");
  }
}
