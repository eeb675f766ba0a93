package ductus.task.music.generation;

import ductus.generate.Generator;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Prompt;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.SequenceDraft;
import ductus.music.Score;
import ductus.nn.Tape;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes bars within a piece anew, so that they fit both sides: several candidates are drawn as
 * continuations of what stands before them, and the one is kept after which the network finds what
 * stands behind them likeliest.
 *
 * @param <T> the kind of piece
 */
final class Infilling<T> {
  private static final int CANDIDATES = 16;

  private final MusicKind<T> kind;
  private final Encoding<T> encoding;
  private final Network network;
  private final Generator generator;
  private final Tape tape;

  /** Packs the network for the tape. */
  Infilling(
      MusicKind<T> kind, Encoding<T> encoding, Network network, Generator generator, Tape tape) {
    this.kind = kind;
    this.encoding = encoding;
    this.network = network;
    this.generator = generator;
    this.tape = tape;
    network.repack(tape);
  }

  /**
   * A whole piece in the model's key.
   *
   * @throws IllegalArgumentException if it cannot be had, or the kind has no bars
   */
  static <T> MusicRequest.Opening opening(
      MusicKind<T> kind, Score score, MusicTrainingConfig.Keys keys) {
    T piece = kind.find(score);
    T learned = keys == MusicTrainingConfig.Keys.COMMON ? kind.forms(piece, keys).get(0) : piece;
    int[] tokens = kind.encoding().tokens(learned);
    if (kind.barLines(tokens).isEmpty()) {
      throw new IllegalArgumentException(
          "--fill is for melodies, lead sheets and drums, whose bars are known, but the model is"
              + " one of "
              + kind.encoding().name());
    }
    return new MusicRequest.Opening(
        Arrays.stream(tokens).boxed().toList(), lowest(kind, piece) - lowest(kind, learned));
  }

  private static <T> int lowest(MusicKind<T> kind, T piece) {
    return kind.score(piece, MusicRequest.PIANO).notes().stream()
        .filter(note -> note.track() == 1)
        .mapToInt(note -> note.pitch())
        .min()
        .orElse(0);
  }

  /**
   * Draws pieces with other bars.
   *
   * @param request whose opening is a whole piece
   * @param bars to be written anew
   * @param first number of the first piece, from 0
   * @throws IllegalArgumentException if the piece has no such bars, or nothing that was drawn fits
   */
  List<GeneratedSequence> draw(MusicRequest request, BarRange bars, int first, int count) {
    int[] whole = request.opening().tokens().stream().mapToInt(Integer::intValue).toArray();
    int barCount = kind.barLines(whole).size() - 1;
    if (bars.to() > barCount) {
      throw new IllegalArgumentException(
          "fill must be bars within the primer's %d but was %s".formatted(barCount, bars));
    }
    int[] piece = kind.forFilling(whole, bars);
    List<Integer> lines = kind.barLines(piece);
    return IntStream.range(first, first + count)
        .mapToObj(number -> best(request, bars, piece, lines, number))
        .toList();
  }

  private GeneratedSequence best(
      MusicRequest request, BarRange bars, int[] piece, List<Integer> lines, int number) {
    int[] left = Arrays.copyOf(piece, lines.get(bars.from() - 1));
    int[] right = Arrays.copyOfRange(piece, lines.get(bars.to()), piece.length);
    List<GeneratedSequence> candidates =
        generator.draw(
            number * CANDIDATES,
            CANDIDATES,
            new Prompt(left),
            request.sampling(),
            List.of(),
            kind.mostTokens(),
            request.seed());
    Sequence best = null;
    double least = Double.POSITIVE_INFINITY;
    for (GeneratedSequence candidate : candidates) {
      int[] tokens = candidate.sequence().tokens();
      List<Integer> drawnLines = kind.barLines(tokens);
      if (drawnLines.size() <= bars.to()) {
        continue;
      }
      int[] begun = Arrays.copyOf(tokens, drawnLines.get(bars.to()));
      int[] whole = Arrays.copyOf(begun, begun.length + right.length);
      System.arraycopy(right, 0, whole, begun.length, right.length);
      if (isAllowed(whole)) {
        Sequence sequence = SequenceDraft.of(whole, encoding);
        double nats = nats(sequence) - nats(SequenceDraft.of(begun, encoding));
        if (nats < least) {
          least = nats;
          best = sequence;
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "nothing that was drawn for bars %s fits what follows: try another seed".formatted(bars));
    }
    return new GeneratedSequence(best, true);
  }

  private double nats(Sequence sequence) {
    return Loss.of(network, List.of(sequence), tape).nats();
  }

  private boolean isAllowed(int[] tokens) {
    Encoding.Cursor cursor = encoding.cursor();
    for (int token : tokens) {
      if (!cursor.allows(token)) {
        return false;
      }
      cursor.accept(token);
    }
    return true;
  }
}
