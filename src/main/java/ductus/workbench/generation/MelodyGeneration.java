package ductus.workbench.generation;

import ductus.generate.Constraint;
import ductus.generate.Drawn;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.encoding.CommonKeyConstraint;
import ductus.music.encoding.HeaderConstraint;
import ductus.music.encoding.LastNoteConstraint;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.OpeningConstraint;
import ductus.music.encoding.ScaleConstraint;
import ductus.workbench.MelodyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Draws new melodies from a model. A model that learned in a common key draws in it; its tunes are
 * then moved to the key that is wanted.
 */
public final class MelodyGeneration {
  /** Tunes that are drawn as one batch, so that memory does not grow with the count. */
  public static final int AT_A_TIME = 64;

  /** No tune of 64 bars is longer: 6/2 on the finest grid has 144 steps a bar. */
  private static final int MOST_TOKENS = 1 << 14;

  private final MelodyEncoding encoding = new MelodyEncoding();
  private final Generator generator;
  private final TuneKeys keys;

  /** Packs the model's weights for these kernels. */
  public MelodyGeneration(MelodyModel model, Kernels kernels, Workers workers) {
    generator = new Generator(model.file().network(), encoding, kernels, workers);
    keys = new TuneKeys(model.keys());
  }

  /**
   * A tune that was drawn.
   *
   * @param melody in its key and tempo
   * @param drawn tokens, in the model's key
   */
  public record DrawnMelody(Melody melody, Drawn drawn) {}

  /**
   * Draws tunes; each depends on the request and its own number only.
   *
   * @param first number of the first tune, from 0
   */
  public List<DrawnMelody> draw(MelodyRequest request, int first, int count) {
    List<DrawnMelody> tunes = new ArrayList<>(count);
    for (int done = 0; done < count; done += AT_A_TIME) {
      int number = first + done;
      for (Drawn drawn : batch(request, number, Math.min(AT_A_TIME, count - done))) {
        Melody melody = encoding.decode(drawn.sequence());
        tunes.add(new DrawnMelody(inTempo(keys.toTune(melody, request, number++), request), drawn));
      }
    }
    return tunes;
  }

  private List<Drawn> batch(MelodyRequest request, int first, int count) {
    return generator.draw(
        first,
        count,
        prompt(request),
        request.sampling(),
        constraints(request),
        MOST_TOKENS,
        request.seed());
  }

  private static Melody inTempo(Melody melody, MelodyRequest request) {
    return request.quartersPerMinute() == 0
        ? melody
        : melody.withTempo(request.quartersPerMinute());
  }

  private static Prompt prompt(MelodyRequest request) {
    return request.opening().isEmpty()
        ? new Prompt(MelodyVocabulary.START)
        : new Prompt(tokens(request.opening()));
  }

  private List<Constraint> constraints(MelodyRequest request) {
    MelodyRequest.Header header = request.header();
    int least = request.opening().isEmpty() ? 1 : barsBegun(request.opening());
    if (header.bars() != null && header.bars() < least) {
      throw new IllegalArgumentException(
          "bars must be %d or more with this primer but were %d".formatted(least, header.bars()));
    }
    List<Constraint> constraints = new ArrayList<>();
    Integer tonic = keys.areCommon() ? null : header.tonic();
    constraints.add(
        new HeaderConstraint(
            Optional.ofNullable(header.metre()),
            tonic == null ? OptionalInt.empty() : OptionalInt.of(tonic),
            Optional.ofNullable(keys.mode(request)),
            header.bars() == null ? least : header.bars(),
            header.bars() == null ? MelodyVocabulary.MOST_COUNTED_BARS : header.bars()));
    if (keys.areCommon()) {
      constraints.add(new CommonKeyConstraint());
    }
    constraints.add(new OpeningConstraint());
    if (!request.opening().isEmpty()) {
      constraints.add(new LastNoteConstraint(request.opening().tokens().size()));
    }
    if (request.scale() != null) {
      constraints.add(new ScaleConstraint(keys.toModel(request.scale(), request)));
    }
    return constraints;
  }

  /** Bars that an opening fills or begins, and one more to go on in. */
  private int barsBegun(MelodyRequest.Opening opening) {
    int[] tokens = tokens(opening);
    if (tokens.length > MelodyEncoding.LENGTH_SLOT) {
      tokens[MelodyEncoding.LENGTH_SLOT] = MelodyVocabulary.MORE_BARS;
    }
    Melody begun = encoding.decode(tokens, tokens.length);
    if (begun.notes().isEmpty()) {
      throw new IllegalArgumentException("a tune must have a header and a note to go on from");
    }
    MelodyNote last = begun.notes().get(begun.notes().size() - 1);
    long bars = begun.bars().stream().filter(bar -> bar.start() < last.end()).count();
    return (int) bars + 1;
  }

  private static int[] tokens(MelodyRequest.Opening opening) {
    return opening.tokens().stream().mapToInt(Integer::intValue).toArray();
  }
}
