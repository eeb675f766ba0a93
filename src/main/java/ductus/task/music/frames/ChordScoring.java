package ductus.task.music.frames;

import ductus.generate.SequenceScorer;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.music.encoding.poly.PolyVocabulary;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The scoring of a network that draws chords note by note: the probability of a frame is the
 * product of those of its tokens, among all that the grammar allows. Where a piece ends is not
 * asked; nor is its grid: one that the network hardly knows is taken for the one that it knows
 * best.
 */
public final class ChordScoring implements FrameScoring {
  /** Pieces that are measured side by side. */
  private static final int TOGETHER = 16;

  /** −log probability of a grid that a network does not know. */
  private static final double STRANGE = StrictMath.log(100);

  private final PolyEncoding encoding = new PolyEncoding();
  private final SequenceScorer scorer;
  private final double[] gridNats = new double[Frames.GRIDS.size()];
  private int likeliestGrid = Frames.GRIDS.get(0);

  /** A scoring with a network, which it packs. */
  public ChordScoring(Network network, Kernels kernels, Workers workers) {
    scorer =
        new SequenceScorer(
            network,
            encoding,
            (tokens, length, allowed) -> allowed[PolyVocabulary.END] = false,
            kernels,
            workers);
    List<Sequence> beginnings =
        Frames.GRIDS.stream()
            .map(grid -> encoding.encode(new Frames(grid, List.of(Frame.SILENT))))
            .toList();
    List<double[]> nats = scorer.nats(beginnings);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < gridNats.length; i++) {
      gridNats[i] = nats.get(i)[PolyEncoding.GRID_SLOT];
      if (gridNats[i] < least) {
        least = gridNats[i];
        likeliestGrid = Frames.GRIDS.get(i);
      }
    }
  }

  @Override
  public FrameLoss of(List<Frames> pieces) throws IOException {
    return by(GroupComputation.here(this::together)).of(pieces);
  }

  /** A scoring whose groups of pieces are measured elsewhere, as {@link #together} does it. */
  public static FrameScoring by(GroupComputation<List<Frames>, FrameLoss> scoring) {
    return pieces -> scoring.of(groups(pieces)).stream().reduce(FrameLoss.NONE, FrameLoss::plus);
  }

  private static List<List<Frames>> groups(List<Frames> pieces) {
    List<Frames> byLength = new ArrayList<>(pieces);
    byLength.sort(Comparator.comparingInt(Frames::length));
    List<List<Frames>> groups = new ArrayList<>();
    for (int from = 0; from < byLength.size(); from += TOGETHER) {
      groups.add(List.copyOf(byLength.subList(from, Math.min(from + TOGETHER, byLength.size()))));
    }
    return groups;
  }

  /** Measures pieces side by side, as many as fit the memory. */
  public FrameLoss together(List<Frames> pieces) {
    List<Sequence> sequences =
        pieces.stream().map(piece -> encoding.encode(onKnownGrid(piece))).toList();
    List<double[]> nats = scorer.nats(sequences);
    FrameLoss sum = FrameLoss.NONE;
    for (int i = 0; i < pieces.size(); i++) {
      sum = sum.plus(of(pieces.get(i), nats.get(i)));
    }
    return sum;
  }

  private Frames onKnownGrid(Frames piece) {
    boolean known = gridNats[Frames.GRIDS.indexOf(piece.stepsPerQuarter())] < STRANGE;
    return known ? piece : piece.withStepsPerQuarter(likeliestGrid);
  }

  private static FrameLoss of(Frames piece, double[] nats) {
    int second = PolyEncoding.FIRST_FRAME + piece.steps().get(0).size() + 1;
    double first = 0;
    double later = 0;
    for (int t = PolyEncoding.FIRST_FRAME; t < nats.length - 1; t++) {
      if (t < second) {
        first += nats[t];
      } else {
        later += nats[t];
      }
    }
    return new FrameLoss(1, piece.length(), first, later);
  }
}
