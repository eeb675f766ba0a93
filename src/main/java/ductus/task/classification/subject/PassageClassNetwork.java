package ductus.task.classification.subject;

import ductus.metric.classification.Classification;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.Trainable;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.nn.Tape;
import ductus.task.classification.ClassNetwork;
import ductus.train.BatchSource;
import ductus.train.Example;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Classifies texts by the weights of their words, all at one step. */
final class PassageClassNetwork implements ClassNetwork<List<String>> {
  /** Version of what is seen of a text. */
  static final int VERSION = 1;

  /**
   * The shape of a network that classifies passages, and what its numbers mean.
   *
   * @param terms words that it knows
   * @param labels of the classes, each once
   * @param network that says one of as many classes of a row of weights
   */
  public record PassageClassesConfig(TermWeights terms, List<String> labels, SignalConfig network) {
    public PassageClassesConfig {
      if (terms == null || labels == null || network == null) {
        throw new IllegalArgumentException(
            "a network of passages must have terms, labels and network");
      }
      labels = List.copyOf(labels);
      if (network.target() != Target.CLASSES
          || network.outputs() != labels.size()
          || new HashSet<>(labels).size() != labels.size()) {
        throw new IllegalArgumentException(
            "labels must be %d different classes but were %s".formatted(network.outputs(), labels));
      }
      if (network.inputs() != terms.words().size()) {
        throw new IllegalArgumentException(
            "inputs must be as many as the %d words but were %d"
                .formatted(terms.words().size(), network.inputs()));
      }
    }
  }

  /** A text whose row is made when it is its turn, since all rows together would be large. */
  private final class Passage implements Example<SignalSequence> {
    private final Labeled<List<String>> text;

    Passage(Labeled<List<String>> text) {
      this.text = text;
    }

    @Override
    public int length() {
      return 1;
    }

    @Override
    public SignalSequence draw(RandomGenerator random) {
      return row(text.thing(), config.labels().indexOf(text.label()));
    }
  }

  private final PassageClassesConfig config;
  private final SignalNetwork network;
  private final Map<String, Integer> places;

  /** A network that was read, or is new. */
  PassageClassNetwork(PassageClassesConfig config, SignalNetwork network) {
    this.config = config;
    this.network = network;
    places = config.terms().places();
  }

  @Override
  public Trainable weights() {
    return network;
  }

  @Override
  public PassageClassesConfig config() {
    return config;
  }

  @Override
  public CoreConfig layers() {
    return config.network().core();
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public List<String> labels() {
    return config.labels();
  }

  /** A softmax alone begins at zero: what was drawn at random would stay in the rare words. */
  @Override
  public void initialize(RandomGenerator random) {
    if (layers().layers() == 0) {
      parameters().forEach(each -> each.value().zero());
    } else {
      weights().initialize(random);
    }
  }

  @Override
  public BatchSource batches(
      TrainingPlan plan, List<Labeled<List<String>>> learned, List<Labeled<List<String>>> heldOut) {
    return new ExampleBatches<>(
        SequenceTeaching.of(network),
        plan,
        learned.stream().map(Passage::new).toList(),
        heldOut.stream()
            .map(each -> row(each.thing(), config.labels().indexOf(each.label())))
            .toList());
  }

  private SignalSequence row(List<String> words, float wanted) {
    return new SignalSequence(1, config.terms().row(words, places), new float[] {wanted});
  }

  @Override
  public List<Classification> classify(List<List<String>> texts, Tape tape) {
    SignalBatch batch =
        new SignalBatch(texts.stream().map(words -> row(words, Float.NaN)).toList());
    network.begin(batch, network.initialState(texts.size()), tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    List<Classification> all = new ArrayList<>();
    for (int b = 0; b < texts.size(); b++) {
      all.add(Classification.of(config.labels(), logits, b));
    }
    return all;
  }

  @Override
  public Optional<String> caution(List<String> words, Classification said) {
    return words.stream().map(TermWeights::small).anyMatch(places::containsKey)
        ? Optional.empty()
        : Optional.of("the model knows none of its words, and says what is most frequent");
  }
}
