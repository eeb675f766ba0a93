package ductus.ink.recognition;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.ink.Handwriting;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Hand;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.LineBatch;
import ductus.nn.Tape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/**
 * Says whose hand wrote a line: the one whose enrolled lines have, on the mean, the nearest
 * embedding. Lines must be prepared: baseline at 0, x-height 1. Not for use by two threads at once.
 */
public final class WriterIdentification {
  private static final int ENROLLING_LINES = 16;
  private static final int ENROLLING_CHARACTERS = 40;
  private static final long ENROLLING_KEY = -2;

  private final HandNetwork network;
  private final Tape tape;
  private final SortedMap<String, float[]> enrolled = new TreeMap<>();

  /**
   * A hand that may have written a line.
   *
   * @param likeness cosine between the line's embedding and the hand's, −1 to 1
   */
  public record Nearest(String hand, double likeness) {}

  /** Knows no hand yet. */
  public WriterIdentification(HandNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Learns to know a hand, or learns it anew.
   *
   * @param lines one or more
   * @return its embedding, of length 1 [E]
   */
  public float[] enroll(String hand, List<Handwriting> lines) {
    FMatrixRMaj embeddings = embeddings(lines);
    float[] mean = new float[embeddings.numCols];
    for (int i = 0; i < embeddings.getNumElements(); i++) {
      mean[i % mean.length] += embeddings.data[i];
    }
    double squares = 0;
    for (float value : mean) {
      squares += value * value;
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= (float) Math.sqrt(squares);
    }
    enroll(hand, mean);
    return mean.clone();
  }

  /**
   * Learns to know hands by lines that are composed of them.
   *
   * @param seed decides the lines
   */
  public void enroll(List<Hand> hands, long seed) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, ENROLLING_KEY));
    for (Hand hand : hands) {
      enroll(hand.name(), lines(hand, random));
    }
  }

  /** Lines of a hand by which it may be known. */
  static List<Handwriting> lines(Hand hand, RandomGenerator random) {
    LineComposer composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
    TrainingText texts = new TrainingText(hand.characters());
    return Stream.generate(() -> texts.draw(ENROLLING_CHARACTERS, random))
        .limit(ENROLLING_LINES)
        .map(text -> composer.compose(text, random).handwriting())
        .toList();
  }

  /** Enrolls a hand by the embedding that it had before. */
  public void enroll(String hand, float[] embedding) {
    if (embedding.length != network.config().embeddingSize()) {
      throw new IllegalArgumentException(
          "embedding of the hand %s must have %d numbers but had %d"
              .formatted(hand, network.config().embeddingSize(), embedding.length));
    }
    enrolled.put(hand, embedding.clone());
  }

  /** Reads a file of enrolled hands, each a row of its name, and enrolls them too. */
  public void enroll(Path path, TensorFile file) throws BadFileException {
    for (Map.Entry<String, FMatrixRMaj> entry : file.matrices().entrySet()) {
      if (entry.getValue().getNumElements() != network.config().embeddingSize()) {
        throw new BadFileException(
            path,
            "embedding of the hand %s must have %d numbers but has %d"
                .formatted(
                    entry.getKey(),
                    network.config().embeddingSize(),
                    entry.getValue().getNumElements()));
      }
      enroll(entry.getKey(), entry.getValue().data);
    }
  }

  /** Writes a file of the enrolled hands. */
  public void write(Path path) throws IOException {
    TensorFile file = new TensorFile();
    for (Map.Entry<String, float[]> entry : enrolled.entrySet()) {
      FMatrixRMaj row = new FMatrixRMaj(1, entry.getValue().length);
      row.setData(entry.getValue().clone());
      file.matrices().put(entry.getKey(), row);
    }
    file.write(path);
  }

  /** Names of the enrolled hands. */
  public Set<String> enrolled() {
    return Collections.unmodifiableSet(enrolled.keySet());
  }

  /** The enrolled hands for each line, the nearest first. */
  public List<List<Nearest>> nearest(List<Handwriting> lines) {
    FMatrixRMaj embeddings = embeddings(lines);
    List<List<Nearest>> all = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      List<Nearest> hands = new ArrayList<>();
      for (Map.Entry<String, float[]> entry : enrolled.entrySet()) {
        hands.add(new Nearest(entry.getKey(), product(embeddings, line, entry.getValue())));
      }
      hands.sort(Comparator.comparingDouble(Nearest::likeness).reversed());
      all.add(hands);
    }
    return all;
  }

  /** Embeddings of lines, none of them empty [B×E]. */
  private FMatrixRMaj embeddings(List<Handwriting> lines) {
    int size = network.config().embeddingSize();
    FMatrixRMaj all = new FMatrixRMaj(lines.size(), size);
    for (LineGroups.Group group : LineGroups.of(lines)) {
      LineBatch<int[]> batch = network.batch(group.rows());
      network.begin(batch, tape);
      FMatrixRMaj some = network.embeddings(batch, tape);
      for (int i = 0; i < group.numbers().size(); i++) {
        System.arraycopy(some.data, i * size, all.data, group.numbers().get(i) * size, size);
      }
    }
    return all;
  }

  private static double product(FMatrixRMaj rows, int row, float[] vector) {
    double product = 0;
    for (int i = 0; i < vector.length; i++) {
      product += (double) rows.data[row * rows.numCols + i] * vector[i];
    }
    return product;
  }
}
