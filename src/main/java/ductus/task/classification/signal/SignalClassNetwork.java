package ductus.task.classification.signal;

import ductus.format.NumberText;
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
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Classifies rows of numbers; says so at the last of them. */
final class SignalClassNetwork implements ClassNetwork<SignalSequence> {
  /**
   * The shape of a network that classifies rows of numbers, and what its numbers mean.
   *
   * @param labels of the classes, each once
   * @param network that says one of as many classes at the last step
   * @param scales units of its numbers, as many as it is given; null where it is given them as they
   *     are
   */
  public record SignalClassesConfig(
      List<String> labels, SignalConfig network, @Nullable List<InputScale> scales) {
    public SignalClassesConfig {
      if (labels == null || network == null) {
        throw new IllegalArgumentException("a network of classes must have labels and network");
      }
      labels = List.copyOf(labels);
      scales = scales == null ? null : List.copyOf(scales);
      if (scales != null && scales.size() != network.inputs()) {
        throw new IllegalArgumentException(
            "scales must be %d but were %d".formatted(network.inputs(), scales.size()));
      }
      if (network.target() != Target.CLASSES
          || network.outputs() != labels.size()
          || new HashSet<>(labels).size() != labels.size()) {
        throw new IllegalArgumentException(
            "labels must be %d different classes but were %s".formatted(network.outputs(), labels));
      }
    }
  }

  /** Probability below which what is said to be a letter may be none. */
  private static final double DOUBTFUL = 0.6;

  private final SignalClassesConfig config;
  private final SignalNetwork network;
  private final int version;

  /**
   * A network that was read, or is new.
   *
   * @param version of what it sees
   */
  SignalClassNetwork(SignalClassesConfig config, SignalNetwork network, int version) {
    this.config = config;
    this.network = network;
    this.version = version;
  }

  @Override
  public Trainable weights() {
    return network;
  }

  @Override
  public SignalClassesConfig config() {
    return config;
  }

  @Override
  public CoreConfig layers() {
    return config.network().core();
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public List<String> labels() {
    return config.labels();
  }

  @Override
  public BatchSource batches(
      TrainingPlan plan,
      List<Labeled<SignalSequence>> learned,
      List<Labeled<SignalSequence>> heldOut) {
    return ExampleBatches.ofSame(
        SequenceTeaching.of(network),
        plan,
        learned.stream().map(this::wanted).toList(),
        heldOut.stream().map(this::wanted).toList());
  }

  /** Returns the steps of a thing with the class wanted of the last. */
  private SignalSequence wanted(Labeled<SignalSequence> thing) {
    SignalSequence steps = thing.thing();
    float[] targets = new float[steps.length()];
    Arrays.fill(targets, Float.NaN);
    targets[targets.length - 1] = config.labels().indexOf(thing.label());
    return new SignalSequence(steps.length(), scaledInputs(steps), targets);
  }

  private float[] scaledInputs(SignalSequence steps) {
    float[] inputs = steps.inputs();
    List<InputScale> scales = config.scales();
    for (int i = 0; scales != null && i < inputs.length; i++) {
      inputs[i] = scales.get(i % steps.inputsPerStep()).of(inputs[i]);
    }
    return inputs;
  }

  private SignalSequence scaled(SignalSequence steps) {
    return config.scales() == null
        ? steps
        : SignalSequence.of(steps.length(), scaledInputs(steps), 1);
  }

  @Override
  public List<Classification> classify(List<SignalSequence> things, Tape tape) {
    SignalBatch batch = new SignalBatch(things.stream().map(this::scaled).toList());
    network.begin(batch, network.initialState(things.size()), tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    List<Classification> all = new ArrayList<>();
    for (int b = 0; b < things.size(); b++) {
      all.add(
          Classification.of(
              config.labels(), logits, (things.get(b).length() - 1) * things.size() + b));
    }
    return all;
  }

  @Override
  public Optional<String> misfit(SignalSequence thing) {
    int wanted = config.network().inputs();
    return thing.inputsPerStep() == wanted
        ? Optional.empty()
        : Optional.of(
            "must have "
                + columns(wanted)
                + ", as those that were learned, but has "
                + columns(thing.inputsPerStep()));
  }

  /** Only of series the numbers of a step differ from file to file. */
  static String columns(int inputs) {
    return NumberText.count(inputs / SeriesFeatureExtractor.OF_COLUMN, "column");
  }

  @Override
  public Optional<String> caution(SignalSequence thing, Classification said) {
    if (!config.labels().contains(PictureFeatureExtractor.NO_LETTER)) {
      return Optional.empty();
    }
    if (said.label().equals(PictureFeatureExtractor.NO_LETTER)) {
      return Optional.of("shows no letter or digit that the model knows");
    }
    return said.probability() < DOUBTFUL
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "may be no letter or digit: none is more probable than %.0f %%",
                100 * said.probability()))
        : Optional.empty();
  }
}
