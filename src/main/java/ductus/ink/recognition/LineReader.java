package ductus.ink.recognition;

import ductus.generate.ctc.BestPath;
import ductus.generate.ctc.Emissions;
import ductus.generate.ctc.PrefixBeam;
import ductus.generate.ctc.PrefixBeam.BeamSettings;
import ductus.ink.Handwriting;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.recognition.language.WordModel;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.reading.LineBatch;
import ductus.model.reading.LineRows;
import ductus.model.reading.ReaderNetwork;
import ductus.nn.Tape;
import ductus.nn.head.CtcTargets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Reads the text of lines. Lines must be prepared: baseline at 0, x-height 1. Not for use by two
 * threads at once.
 *
 * <pre>{@code
 * String text = new LineReader(network, KernelChoice.best(), workers).read(line);
 * }</pre>
 */
public final class LineReader {
  /** The width of the usual beam: readings that are kept from step to step. */
  public static final int USUAL_BEAM = 10;

  /**
   * The part that words have in a reading.
   *
   * @param words their weight beside the ink
   * @param bonus nats for each character; words take away more with each
   */
  public record WordWeights(double words, double bonus) {
    /** Weights for readers of composed lines, whose ink says less of hands that are new. */
    public static final WordWeights OF_COMPOSED = new WordWeights(1.1, 2.2);

    /** Weights for readers that learned lines of people. */
    public static final WordWeights OF_PEOPLE = new WordWeights(0.5, 1.0);

    /** The weights for a model. */
    public static WordWeights of(ModelFile<?, ReaderNetwork> model) {
      return model.header().pieces().isEmpty() ? OF_COMPOSED : OF_PEOPLE;
    }
  }

  private final ReaderNetwork network;
  private final Decoding decoding;
  private final Tape tape;

  /** A way to find labels in what the network has put out. */
  @FunctionalInterface
  public interface Decoding {
    /** The labels of one line. */
    List<Integer> read(Emissions emissions);

    /** Returns a decoding by the ink alone: the best label of each step. */
    static Decoding bestPath() {
      return BestPath::read;
    }

    /**
     * Returns a decoding by a beam search that knows words.
     *
     * @param width readings that are kept from step to step
     * @param weights of words beside the ink
     */
    static Decoding withWords(int width, WordWeights weights, ReaderNetwork network) {
      PrefixBeam<?> beam =
          new PrefixBeam<>(
              new BeamSettings(width, weights.words(), weights.bonus()),
              new WordModel(network.config().alphabet()));
      return emissions -> beam.search(emissions).get(0).labels();
    }

    /** Returns a decoding by a beam search that knows words, with the weights for a model. */
    static Decoding withWords(int width, ModelFile<?, ReaderNetwork> model) {
      return withWords(width, WordWeights.of(model), model.network());
    }
  }

  /** A reader with a trained network that knows words. */
  public LineReader(ReaderNetwork network, Kernels kernels, Workers workers) {
    this(
        network,
        Decoding.withWords(USUAL_BEAM, WordWeights.OF_COMPOSED, network),
        kernels,
        workers);
  }

  /** A reader with a model that knows words, with the weights for it. */
  public LineReader(ModelFile<?, ReaderNetwork> model, Kernels kernels, Workers workers) {
    this(model.network(), Decoding.withWords(USUAL_BEAM, model), kernels, workers);
  }

  /** A reader with a trained network and a way to decode. */
  public LineReader(ReaderNetwork network, Decoding decoding, Kernels kernels, Workers workers) {
    this.network = network;
    this.decoding = decoding;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /** The text of a line, composed (NFC); empty where there is no ink. */
  public String read(Handwriting line) {
    return read(List.of(line)).get(0);
  }

  /** The texts of lines. */
  public List<String> read(List<Handwriting> lines) {
    String[] texts = new String[lines.size()];
    Arrays.fill(texts, "");
    LineGroups.of(lines)
        .forEach(
            group -> {
              List<String> read = texts(group.rows());
              for (int i = 0; i < read.size(); i++) {
                texts[group.numbers().get(i)] = read.get(i);
              }
            });
    return List.of(texts);
  }

  private List<String> texts(List<LineRows> rows) {
    return emissions(rows).stream().map(each -> text(decoding.read(each))).toList();
  }

  private List<Emissions> emissions(List<LineRows> rows) {
    LineBatch<CtcTargets> batch = network.batch(rows);
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    return IntStream.range(0, rows.size())
        .mapToObj(
            b ->
                new Emissions(
                    logits, rows.size(), b, rows.get(b).steps(), network.config().labelCount()))
        .toList();
  }

  /**
   * Finds in lines where the characters of their texts stand.
   *
   * @param lines with ink and texts, decomposed
   * @return {@link LineAlignment#NONE} for texts with characters that the network does not know
   */
  public List<LineAlignment> align(List<Handwriting> lines) {
    LineAlignment[] aligned = new LineAlignment[lines.size()];
    Arrays.fill(aligned, LineAlignment.NONE);
    for (LineGroups.Group group : LineGroups.of(lines)) {
      List<Emissions> emissions = emissions(group.rows());
      for (int i = 0; i < emissions.size(); i++) {
        int number = group.numbers().get(i);
        Handwriting line = lines.get(number);
        String text = line.text().orElseThrow();
        if (text.codePoints().allMatch(network.config().alphabet()::has)) {
          aligned[number] =
              LineAlignment.of(
                  emissions.get(i), network.config().labels(text), ReadingRows.points(line));
        }
      }
    }
    return List.of(aligned);
  }

  private String text(List<Integer> labels) {
    int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
    return Normalizer.normalize(network.config().text(numbers), Normalizer.Form.NFC).strip();
  }
}
