package ductus.workbench;

import ductus.generate.Constraint;
import ductus.generate.Drawn;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.encoding.HeaderConstraint;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.ScaleConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws new melodies from a model. */
public final class MelodyGeneration {
  /** No tune of 64 bars is longer on any sensible grid. */
  private static final int MOST_TOKENS = 8192;

  private static final int LENGTH_SLOT = 4;

  private final MelodyEncoding encoding = new MelodyEncoding();
  private final Generator generator;

  /** Packs the model's weights for these kernels. */
  public MelodyGeneration(MelodyModel model, Kernels kernels, Workers workers) {
    model.file().network().repack(workers);
    generator = new Generator(model.file().network(), encoding, kernels, workers);
  }

  /**
   * Draws tunes; each depends on the request and its own number only.
   *
   * @param first number of the first tune, from 0
   */
  public List<Drawn> draw(MelodyRequest request, int first, int count) {
    return generator.draw(
        first,
        count,
        prompt(request),
        request.sampling(),
        constraints(request),
        MOST_TOKENS,
        request.seed());
  }

  /** The melody that was drawn, at the request's tempo. */
  public Melody melody(Drawn drawn, MelodyRequest request) {
    Melody melody = encoding.decode(drawn.sequence());
    if (request.quartersPerMinute() == 0) {
      return melody;
    }
    return new Melody(
        melody.stepsPerQuarter(),
        melody.steps(),
        melody.timeSignatures(),
        melody.key(),
        request.quartersPerMinute(),
        melody.notes());
  }

  /**
   * The tokens of a tune to go on from: its header with the length open, and its notes to the end
   * of the last one.
   *
   * @throws IllegalArgumentException if the tune does not fit the vocabulary; the message names what
   *     does not
   */
  public static List<Integer> primer(Melody tune) {
    int[] tokens = new MelodyEncoding().encode(tune).tokens();
    int end = tokens.length - 1;
    while (end > 0 && tokens[end - 1] == MelodyVocabulary.REST) {
      end--;
    }
    List<Integer> primer = new ArrayList<>(end);
    for (int t = 0; t < end; t++) {
      primer.add(t == LENGTH_SLOT ? Prompt.OPEN : tokens[t]);
    }
    return primer;
  }

  private static Prompt prompt(MelodyRequest request) {
    return request.primer().isEmpty()
        ? new Prompt(MelodyVocabulary.START)
        : new Prompt(request.primer().stream().mapToInt(Integer::intValue).toArray());
  }

  private List<Constraint> constraints(MelodyRequest request) {
    MelodyRequest.Header header = request.header();
    int least = request.primer().isEmpty() ? 1 : barsBegun(request.primer());
    if (header.bars() != null && header.bars() < least) {
      throw new IllegalArgumentException(
          "bars must be %d or more with this primer but were %d".formatted(least, header.bars()));
    }
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(
        new HeaderConstraint(
            Optional.ofNullable(header.metre()),
            header.tonic() == null ? OptionalInt.empty() : OptionalInt.of(header.tonic()),
            Optional.ofNullable(header.mode()),
            header.bars() == null ? least : header.bars(),
            header.bars() == null ? MelodyVocabulary.MOST_COUNTED_BARS : header.bars()));
    if (request.scale() != null) {
      constraints.add(new ScaleConstraint(request.scale()));
    }
    return constraints;
  }

  /** Bars that a primer fills or begins, and one more to go on in. */
  private int barsBegun(List<Integer> primer) {
    int[] tokens = primer.stream().mapToInt(Integer::intValue).toArray();
    tokens[LENGTH_SLOT] = MelodyVocabulary.MORE_BARS;
    Melody begun = encoding.decode(tokens, tokens.length);
    MelodyNote last = begun.notes().get(begun.notes().size() - 1);
    long bars = begun.bars().stream().filter(bar -> bar.start() < last.end()).count();
    return (int) Math.min(MelodyVocabulary.MOST_COUNTED_BARS, bars + 1);
  }
}
