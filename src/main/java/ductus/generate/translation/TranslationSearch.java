package ductus.generate.translation;

import ductus.math.Elementary;
import ductus.math.FastExp;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.translation.AttentiveNetwork;
import ductus.model.translation.SourceBatch;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * Finds the likeliest targets of a source by beam search: the likeliest beginnings go on side by
 * side, by a character at a time (Sutskever et al. 2014, §3.2). A target's score is the logarithm
 * of its probability, without regard to its length.
 *
 * @param <S> the sources
 */
public final class TranslationSearch<S extends SourceBatch> {
  /** Most beginnings side by side. */
  public static final int WIDEST = 100;

  private static final Comparator<Hypothesis> LIKELIEST =
      Comparator.comparingDouble(Hypothesis::logProbability).reversed();

  private final AttentiveNetwork<S> network;
  private final int width;
  private final int most;
  private final Tape tape;

  /**
   * Creates a search.
   *
   * @param network whose weights it packs
   * @param width beginnings that go on, 1 to {@link #WIDEST}; with 1 always the likeliest character
   *     is taken
   */
  public TranslationSearch(
      AttentiveNetwork<S> network, int width, Kernels kernels, Workers workers) {
    if (width < 1 || width > WIDEST) {
      throw new IllegalArgumentException(
          "beam must be 1 to %d but was %d".formatted(WIDEST, width));
    }
    this.network = network;
    this.width = width;
    most = 2 * network.longestTarget() + 1;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Translates sources side by side; what comes of one does not depend on the others.
   *
   * @param sources one or more
   * @return of each source at most as many targets as the search is wide, the likeliest first
   */
  public List<List<TranslationCandidate>> translate(S sources) {
    List<Beam> beams = new ArrayList<>();
    for (int s = 0; s < sources.size(); s++) {
      beams.add(new Beam(s * width, sources.lengths()[s]));
    }
    State state = network.open(sources, width, tape);
    for (int t = 0; t < most && beams.stream().anyMatch(Beam::isOpen); t++) {
      int[] read = new int[sources.size() * width];
      beams.forEach(beam -> beam.fill(read));
      FMatrixRMaj logits = network.step(read, state, tape);
      Optional<FMatrixRMaj> attention = network.attention(tape);
      State next = state.copy();
      for (Beam beam : beams) {
        beam.goOn(logits, attention);
        beam.carry(state, next);
      }
      state = next;
    }
    return beams.stream().map(Beam::candidates).toList();
  }

  /** The targets of one source that are followed, in the rows of the batch from the first on. */
  private final class Beam {
    private final int firstRow;
    private final int length;
    private final List<Hypothesis> ended = new ArrayList<>();
    private List<Hypothesis> open;

    /** The attention of each row, step by step. */
    private final List<List<float[]>> glances = new ArrayList<>();

    Beam(int firstRow, int length) {
      this.firstRow = firstRow;
      this.length = length;
      open = List.of(new Hypothesis(null, network.start(), 0, 0));
    }

    /** Whether an open beginning may still become one of the likeliest targets. */
    boolean isOpen() {
      return !open.isEmpty()
          && (ended.size() < width
              || ended.get(width - 1).logProbability() < open.get(0).logProbability());
    }

    /** Writes the character that each row is to read. */
    void fill(int[] read) {
      for (int i = 0; i < width; i++) {
        read[firstRow + i] = i < open.size() ? open.get(i).token() : network.start();
      }
    }

    void goOn(FMatrixRMaj logits, Optional<FMatrixRMaj> attention) {
      List<Hypothesis> all = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        addAll(i, logits, all);
      }
      attention.ifPresent(this::remember);
      all.sort(LIKELIEST);
      List<Hypothesis> next = new ArrayList<>();
      for (Hypothesis one : all.subList(0, Math.min(width, all.size()))) {
        (one.ended() ? ended : next).add(one);
      }
      ended.sort(LIKELIEST);
      open = next;
    }

    /** Adds all ways in which a beginning can go on. */
    private void addAll(int row, FMatrixRMaj logits, List<Hypothesis> all) {
      Hypothesis before = open.get(row);
      int at = (firstRow + row) * logits.numCols;
      int characters = network.target().size();
      double highest = Double.NEGATIVE_INFINITY;
      for (int v = 0; v < characters; v++) {
        highest = Math.max(highest, logits.data[at + v]);
      }
      double sum = 0;
      for (int v = 0; v < characters; v++) {
        sum += FastExp.exp(logits.data[at + v] - highest);
      }
      double total = before.logProbability() - highest - Elementary.log(sum);
      for (int v = 0; v < characters; v++) {
        all.add(new Hypothesis(before, v, total + logits.data[at + v], row));
      }
    }

    private void remember(FMatrixRMaj attention) {
      List<float[]> rows = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        float[] glance = new float[length];
        System.arraycopy(attention.data, (firstRow + i) * attention.numCols, glance, 0, length);
        rows.add(glance);
      }
      glances.add(rows);
    }

    /** Gives each open beginning the state of the row that it came from. */
    void carry(State from, State to) {
      for (int i = 0; i < open.size(); i++) {
        to.copyRow(from, firstRow + open.get(i).row(), firstRow + i);
      }
    }

    /**
     * The targets that have ended, the likeliest first; where none has, the likeliest beginnings.
     */
    List<TranslationCandidate> candidates() {
      List<Hypothesis> found = ended.isEmpty() ? open : ended;
      return found.stream().limit(width).map(this::candidate).toList();
    }

    private TranslationCandidate candidate(Hypothesis found) {
      List<float[]> rows = new ArrayList<>();
      List<Integer> places = found.rows();
      for (int t = 0; t < glances.size() && t < places.size(); t++) {
        rows.add(glances.get(t).get(places.get(t)));
      }
      String text = network.target().text(found.tokens());
      return new TranslationCandidate(text, found.logProbability(), found.ended(), rows);
    }
  }
}
