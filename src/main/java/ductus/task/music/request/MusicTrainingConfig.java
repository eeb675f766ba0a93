package ductus.task.music.request;

import ductus.model.NetworkConfig;
import ductus.model.frame.FrameNetwork;
import ductus.music.encoding.MelodyEncoding;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * All that decides a training run on music. Each kind of music says which settings are its usual
 * ones.
 *
 * @param corpus what is learned
 * @param network the network's shape
 * @param plan how it is trained
 * @param from name or path of a model whose weights, sizes and conditions the run begins with;
 *     empty for weights drawn at random
 */
public record MusicTrainingConfig(
    CorpusConfig corpus, NetworkConfig network, TrainingPlan plan, String from)
    implements TrainingConfig<MusicTrainingConfig> {
  /** Settings of a run that begins with weights drawn at random. */
  public MusicTrainingConfig(CorpusConfig corpus, NetworkConfig network, TrainingPlan plan) {
    this(corpus, network, plan, "");
  }

  public MusicTrainingConfig {
    from = from == null ? "" : from;
    if (corpus == null || network == null || plan == null) {
      throw new IllegalArgumentException("configuration must have corpus, network and plan");
    }
    plan.requireFitting(network.dropout(), network.weights());
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(
        corpus.folder().isEmpty() ? List.of() : List.of(corpus.folder()),
        corpus.digest(),
        corpus.validation());
  }

  @Override
  public MusicTrainingConfig withLearned(LearnedData other) {
    return new MusicTrainingConfig(
        new CorpusConfig(
            other.source(),
            corpus.encoding(),
            corpus.keys(),
            Objects.requireNonNull(other.validation()),
            other.digest(),
            corpus.conditions(),
            corpus.merges()),
        network,
        plan,
        from);
  }

  /** Returns this configuration for pieces of a digest; empty for any. */
  public MusicTrainingConfig withDigest(String digest) {
    return withLearned(learned().withDigest(digest));
  }

  /** Returns this configuration for another encoding, whose tokens the network is not fitted to. */
  public MusicTrainingConfig withEncoding(String encoding) {
    return new MusicTrainingConfig(
        new CorpusConfig(
            corpus.folder(),
            encoding,
            corpus.keys(),
            corpus.validation(),
            corpus.digest(),
            corpus.conditions(),
            corpus.merges()),
        network,
        plan,
        from);
  }

  /** Settings on which it depends what tokens are predicted, by the names of their options. */
  public Map<String, Object> decisiveForLoss() {
    return Map.of(
        "encoding", corpus.encoding(), "merges", corpus.merges(), "keys", corpus.keys().heldOut());
  }

  @Override
  public boolean goesOn() {
    return !corpus.encoding().equals(FrameNetwork.ENCODING);
  }

  @Override
  public MusicTrainingConfig withFrom(String model) {
    return new MusicTrainingConfig(corpus, network, plan, model);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(network);
  }

  @Override
  public MusicTrainingConfig withSizes(NetworkSizes sizes) {
    return withNetwork(sizes.over(network));
  }

  @Override
  public MusicTrainingConfig withPlan(TrainingPlan other) {
    return new MusicTrainingConfig(corpus, network, other, from);
  }

  /** Returns this configuration for a network of another shape. */
  public MusicTrainingConfig withNetwork(NetworkConfig other) {
    return new MusicTrainingConfig(corpus, other, plan, from);
  }

  /** Returns this configuration with another seed. */
  public MusicTrainingConfig withSeed(long seed) {
    return withPlan(plan.withSeed(seed));
  }

  /** The keys in which training pieces are learned. */
  public enum Keys {
    /** Each piece in all twelve. */
    ALL,
    /** Each piece in the key of its mode that has no sharps and flats. */
    COMMON,
    /** Each piece as it stands. */
    OWN;

    /** The keys in which held-out pieces are measured: their own, or the common one. */
    public Keys heldOut() {
      return this == COMMON ? COMMON : OWN;
    }

    /** The name of these keys in options and files: {@code all}, {@code common}, {@code own}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The keys of a name.
     *
     * @throws IllegalArgumentException if there are none of that name
     */
    public static Keys of(String label) {
      for (Keys keys : values()) {
        if (keys.label().equals(label)) {
          return keys;
        }
      }
      throw new IllegalArgumentException("keys must be all, common or own but were " + label);
    }
  }

  /**
   * The music that is learned.
   *
   * @param folder of MIDI files, or a file that holds many pieces, absolute; empty before it is
   *     known
   * @param encoding name of the kind of music; melody where a file says none
   * @param keys of the training pieces
   * @param validation share of the pieces that is held out
   * @param digest of the pieces' hashes, so that a run is not resumed on other pieces; empty before
   *     the folder was read
   * @param conditions names of what the pieces are told apart by; none in configurations of old
   * @param merges most pairs of tokens that become tokens of their own; 0 for none, and in
   *     configurations of old
   */
  public record CorpusConfig(
      String folder,
      String encoding,
      Keys keys,
      double validation,
      String digest,
      List<String> conditions,
      int merges) {
    /** Most merges that a run can ask for. */
    public static final int MOST_MERGES = 10_000;

    /** A corpus without conditions and merges. */
    public CorpusConfig(
        String folder, String encoding, Keys keys, double validation, String digest) {
      this(folder, encoding, keys, validation, digest, List.of(), 0);
    }

    public CorpusConfig {
      conditions = conditions == null ? List.of() : List.copyOf(conditions);
      encoding = encoding == null ? MelodyEncoding.NAME : encoding;
      if (folder == null || keys == null || digest == null) {
        throw new IllegalArgumentException(
            "corpus must have folder, keys (ALL, COMMON or OWN), validation and digest");
      }
      if (!(validation > 0 && validation < 1)) {
        throw new IllegalArgumentException(
            "share for validation must be above 0 and below 1 but was " + validation);
      }
      if (merges < 0 || merges > MOST_MERGES) {
        throw new IllegalArgumentException(
            "merges must be 0 (none) to %d but were %d".formatted(MOST_MERGES, merges));
      }
    }
  }
}
