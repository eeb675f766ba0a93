package ductus.generate;

import ductus.generate.MixtureSampler.MixtureSampling;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.tracing.Picture;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerNetwork;
import ductus.model.tracing.TracingFeatures;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Draws pictures with a pen, several side by side. A drawing ends when the lifted pen leaves the
 * picture; what is drawn depends on its own picture and seed alone.
 */
public final class TracingGenerator {
  /** Most points of a drawing; the way of a letter with many strokes is half of that. */
  private static final int MOST_POINTS = 240;

  private final TracerNetwork network;
  private final Tape tape;

  /** Creates a generator of a network; packs it. */
  public TracingGenerator(TracerNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Draws the letters of pictures.
   *
   * @param pictures one or more
   * @param seeds of each
   * @return the drawings, in the order of the pictures; without a point where the pen never touched
   *     the picture
   */
  public List<TracedLetter> draw(List<Picture> pictures, MixtureSampling sampling, long[] seeds) {
    int size = pictures.size();
    FMatrixRMaj points = new FMatrixRMaj(size, TracingFeatures.SIZE);
    List<Drawing> drawings = new ArrayList<>();
    for (int b = 0; b < size; b++) {
      drawings.add(new Drawing(pictures.get(b), sampling, seeds[b]));
      TracingFeatures.beginning(pictures.get(b), points.data, b * TracingFeatures.SIZE);
    }
    State state = network.initialState(size);
    network.open(pictures, tape);
    while (drawings.stream().anyMatch(drawing -> !drawing.done)) {
      tape.begin(1, size, state);
      FMatrixRMaj raw = network.step(points, tape);
      for (int b = 0; b < size; b++) {
        if (!drawings.get(b).done) {
          drawings.get(b).draw(raw, b, points);
        }
      }
    }
    return drawings.stream().map(Drawing::traced).toList();
  }

  /** One drawing under way. */
  private final class Drawing {
    private final Picture picture;
    private final MixtureSampling sampling;
    private final MixtureSampler sampler = new MixtureSampler(network.config().mixtures());
    private final RandomGenerator random;
    private final double[] x = new double[MOST_POINTS];
    private final double[] y = new double[MOST_POINTS];
    private final boolean[] penUp = new boolean[MOST_POINTS];
    private double atX = TracingFeatures.REST_X;
    private double atY = TracingFeatures.REST_Y;
    private int size;
    private boolean done;

    Drawing(Picture picture, MixtureSampling sampling, long seed) {
      this.picture = picture;
      this.sampling = sampling;
      random = Randomness.of(PlaceRandom.key(seed));
    }

    void draw(FMatrixRMaj raw, int row, FMatrixRMaj next) {
      sampler.draw(raw.data, row * raw.numCols, sampling, random);
      double toX = atX + TracingFeatures.SPACING * sampler.deltaX();
      double toY = atY + TracingFeatures.SPACING * sampler.deltaY();
      boolean lifted = size > 0 && penUp[size - 1];
      if (lifted && TracingFeatures.isAway(toX)) {
        done = true;
        return;
      }
      atX = Math.max(0, Math.min(Picture.SIDE, toX));
      atY = Math.max(0, Math.min(Picture.SIDE, toY));
      x[size] = atX;
      y[size] = atY;
      penUp[size] = sampler.penUp();
      size++;
      TracingFeatures.point(
          picture,
          sampler.deltaX(),
          sampler.deltaY(),
          sampler.penUp(),
          atX,
          atY,
          next.data,
          row * TracingFeatures.SIZE);
      done = size == MOST_POINTS;
    }

    /** The letter as it was drawn; its last stroke ends, even where it was cut. */
    TracedLetter traced() {
      if (size > 0) {
        penUp[size - 1] = true;
      }
      return new TracedLetter(
          picture, Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(penUp, size));
    }
  }
}
