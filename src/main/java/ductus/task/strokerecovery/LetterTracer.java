package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.generate.MixtureSampler.MixtureSampling;
import ductus.generate.TracingGenerator;
import ductus.ink.Handwriting;
import ductus.ink.tracing.LetterPicture;
import ductus.ink.tracing.PictureSimilarity;
import ductus.ink.tracing.PictureSkeleton;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.tracing.Picture;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerConfig;
import ductus.model.tracing.TracerNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws letters from their pictures: several times, and keeps what is most like the picture once it
 * is rendered again; or along the middle of their lines, where that is far more like it.
 */
public final class LetterTracer {
  /** Name of the network that ships. */
  public static final String SHIPPED = "tracer";

  /** Times that a picture is drawn. */
  public static final int USUAL_TRIES = 16;

  /** Draws with decision, but not always the same: the tries are to differ. */
  private static final MixtureSampling SAMPLING = new MixtureSampling(1.5, 1);

  /** Pictures side by side. */
  private static final int TOGETHER = 128;

  /**
   * A network's drawing is kept even if strokes along the lines share so much more ink: it knows in
   * what order letters are written.
   */
  private static final double PREFERRED = 0.05;

  private final TracingGenerator generator;
  private final int tries;

  /**
   * Creates a tracer with a network.
   *
   * @param tries of each picture, 1 or more
   */
  public LetterTracer(TracerNetwork network, int tries, Kernels kernels, Workers workers) {
    generator = new TracingGenerator(network, kernels, workers);
    this.tries = tries;
  }

  /**
   * A picture that was drawn.
   *
   * @param strokes in pixels of the picture, y up; none where the pen never touched it
   * @param likeness of them and the picture
   */
  public record Traced(Handwriting strokes, PictureSimilarity likeness) {
    static Traced of(Picture picture, Handwriting strokes) {
      return new Traced(strokes, PictureSimilarity.of(picture, strokes));
    }

    /** This drawing of a network, or one along the lines if that is far more like the picture. */
    Traced orElse(Traced alongLines) {
      return likeness.overlap() + PREFERRED >= alongLines.likeness.overlap() ? this : alongLines;
    }
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath the shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    return FoundModel.find(nameOrPath, List.of(SHIPPED));
  }

  /** Opens a model that was found. */
  public static ModelFile<TracerConfig, TracerNetwork> open(FoundModel found)
      throws BadFileException {
    return found.open(TracerNetwork.KIND).requireFitting(found.path(), TracerNetwork.VERSION, true);
  }

  /** Draws pictures; each as if it were alone. */
  public List<Traced> trace(List<Picture> pictures, long seed) {
    List<Traced> drawn = byNetwork(pictures, seed);
    List<Traced> all = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Picture picture = pictures.get(i);
      all.add(drawn.get(i).orElse(Traced.of(picture, PictureSkeleton.strokes(picture))));
    }
    return all;
  }

  /** Draws pictures as a network does. */
  List<Traced> byNetwork(List<Picture> pictures, long seed) {
    List<Traced> all = new ArrayList<>();
    int together = Math.max(1, TOGETHER / tries);
    for (int from = 0; from < pictures.size(); from += together) {
      all.addAll(some(pictures.subList(from, Math.min(from + together, pictures.size())), seed));
    }
    return all;
  }

  private List<Traced> some(List<Picture> pictures, long seed) {
    List<Picture> repeated = new ArrayList<>();
    long[] seeds = new long[pictures.size() * tries];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = PlaceRandom.key(seed, i % tries);
      repeated.add(pictures.get(i / tries));
    }
    List<TracedLetter> drawn = generator.draw(repeated, SAMPLING, seeds);
    List<Traced> best = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i += tries) {
      best.add(best(drawn.subList(i, i + tries)));
    }
    return best;
  }

  private static Traced best(List<TracedLetter> drawn) {
    List<Traced> traced = new ArrayList<>();
    for (TracedLetter each : drawn) {
      traced.add(Traced.of(each.picture(), LetterPicture.strokes(each)));
    }
    return Collections.max(
        traced,
        (one, other) -> Double.compare(one.likeness().overlap(), other.likeness().overlap()));
  }
}
