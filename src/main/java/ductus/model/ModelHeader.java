package ductus.model;

import ductus.model.ConditionedEncoding.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a model file: what it says of itself, beside its weights.
 *
 * @param format version of the model file, {@link #FORMAT}
 * @param encoding name of the encoding, such as {@code melody}
 * @param encodingVersion version of its token stream
 * @param network shape of the network
 * @param training how it was trained
 * @param pieces hashes of the pieces that it was trained on, sorted
 * @param conditions that its pieces were learned with; null, or none in the file, without any
 * @param merges pairs of tokens that became tokens of their own, as {@link Merges} takes them;
 *     null, or none in the file, without any
 * @param <C> kind of shape
 */
public record ModelHeader<C>(
    int format,
    String encoding,
    int encodingVersion,
    C network,
    TrainingSummary training,
    List<String> pieces,
    @Nullable List<Condition> conditions,
    @Nullable List<Integer> merges) {
  /** The version that this program writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  public ModelHeader {
    pieces = List.copyOf(pieces);
    conditions = conditions == null || conditions.isEmpty() ? null : List.copyOf(conditions);
    merges = merges == null || merges.isEmpty() ? null : List.copyOf(merges);
  }

  /** Creates the header of a model without conditions and merges, in the newest format. */
  public ModelHeader(
      String encoding,
      int encodingVersion,
      C network,
      TrainingSummary training,
      List<String> pieces) {
    this(FORMAT, encoding, encodingVersion, network, training, pieces, null, null);
  }

  /**
   * A summary of the training of a model.
   *
   * @param program version of Ductus
   * @param corpus what it was trained on, for people
   * @param keys in which keys the pieces were learned, such as {@code common}; null but for music
   * @param seed the run's seed
   * @param epochs epoch whose weights these are
   * @param validationNats nats per token, or per pen point, on held-out pieces
   */
  public record TrainingSummary(
      String program,
      String corpus,
      @Nullable String keys,
      long seed,
      int epochs,
      double validationNats) {
    /** Returns this summary for pieces of music, learned in some keys. */
    public TrainingSummary withKeys(String label) {
      return new TrainingSummary(program, corpus, label, seed, epochs, validationNats);
    }
  }
}
