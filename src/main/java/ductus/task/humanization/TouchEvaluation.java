package ductus.task.humanization;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Sequence;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.TouchClasses;
import ductus.music.touch.TouchEncoding;
import ductus.task.humanization.TouchBaselines.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of a model of a player's touch on performances that were not learned: how well it
 * predicts them, and how like people's its own touch of what they play is.
 *
 * @param player whose touch it is
 * @param performances measured
 * @param notes of them
 * @param loudness nats a note
 * @param shift nats a note; null where it is not learned
 * @param people the touch of the people who played the first of the performances
 * @param drawn the model's of the same
 * @param byPlace one drawn by counts at each place in the bar, note by note
 */
public record TouchEvaluation(
    Player player,
    int performances,
    long notes,
    Nats loudness,
    @Nullable Nats shift,
    TouchFigures people,
    TouchFigures drawn,
    TouchFigures byPlace) {
  /**
   * Nats a note.
   *
   * @param network of the model
   * @param last of counts behind the last note of the same role
   * @param place of counts at the place in the bar
   * @param any of counts of all
   */
  public record Nats(double network, double last, double place, double any) {}

  /**
   * Measures a model on the performances of a folder that it was not trained on.
   *
   * @param folder named in complaints
   * @param elsewhere where its training performances are, if not in the folder
   * @param samples of how many performances its own touch is looked at
   */
  public static TouchEvaluation of(
      TouchModel model,
      Path folder,
      Corpus<PlayedPiece> corpus,
      Optional<Corpus<PlayedPiece>> elsewhere,
      int samples,
      long seed,
      Kernels kernels,
      Workers workers)
      throws BadFileException {
    Set<String> learned = Set.copyOf(model.file().header().pieces());
    List<List<PlayedNote>> heldOut = wholes(corpus, learned, false);
    List<List<PlayedNote>> training = wholes(elsewhere.orElse(corpus), learned, true);
    if (heldOut.isEmpty()) {
      throw new BadFileException(folder, "the model was trained on all of its performances");
    }
    if (training.isEmpty()) {
      throw new BadFileException(
          folder,
          "holds none of the performances that the model was trained on, from which the baselines"
              + " learn; say with --training where they are");
    }
    Player player = model.player();
    double loudness = 0;
    double shift = 0;
    for (List<PlayedNote> take : heldOut) {
      Sequence tokens = TakeSequences.encoding(player, take).encode(take);
      double[] nats = model.nats(take, kernels, workers);
      for (int t = 0; t < nats.length; t++) {
        loudness += TouchEncoding.isLoudness(tokens.token(t)) ? nats[t] : 0;
        shift += TouchEncoding.isShift(tokens.token(t)) ? nats[t] : 0;
      }
    }
    long notes = heldOut.stream().mapToLong(List::size).sum();
    List<List<PlayedNote>> some = heldOut.subList(0, Math.min(samples, heldOut.size()));
    List<List<PlayedNote>> drawn = new ArrayList<>();
    for (List<PlayedNote> take : some) {
      long key = PlaceRandom.key(seed, drawn.size());
      drawn.add(
          model.draw(take.stream().map(PlayedNote::written).toList(), 1, key, kernels, workers));
    }
    List<List<PlayedNote>> byPlace = byPlace(player, training, some, Randomness.of(seed));
    return new TouchEvaluation(
        player,
        heldOut.size(),
        notes,
        nats(loudness, notes, heldOut, c -> TouchBaselines.ofLoudness(player, c, training)),
        player.isTimed()
            ? nats(shift, notes, heldOut, c -> TouchBaselines.ofShift(player, c, training))
            : null,
        TouchFigures.of(player, some, some),
        TouchFigures.of(player, drawn, some),
        TouchFigures.of(player, byPlace, some));
  }

  private static List<List<PlayedNote>> byPlace(
      Player player,
      List<List<PlayedNote>> training,
      List<List<PlayedNote>> takes,
      RandomGenerator random) {
    TouchBaselines loudness = TouchBaselines.ofLoudness(player, Context.PLACE, training);
    TouchBaselines shift = TouchBaselines.ofShift(player, Context.PLACE, training);
    List<List<PlayedNote>> drawn = new ArrayList<>();
    for (List<PlayedNote> take : takes) {
      int[] loudnesses = loudness.draw(take, random);
      int[] shifts = shift.draw(take, random);
      List<PlayedNote> played = new ArrayList<>();
      for (int i = 0; i < take.size(); i++) {
        played.add(
            new PlayedNote(
                take.get(i).written(),
                TouchClasses.loudness(loudnesses[i]),
                TouchClasses.shift(shifts[i])));
      }
      drawn.add(played);
    }
    return drawn;
  }

  /** The first takes, which are the whole, of the performances that were learned, or were not. */
  private static List<List<PlayedNote>> wholes(
      Corpus<PlayedPiece> corpus, Set<String> learned, boolean wanted) {
    return corpus.pieces().stream()
        .filter(piece -> learned.contains(piece.hash()) == wanted)
        .map(Piece::value)
        .map(piece -> piece.takes().get(0))
        .toList();
  }

  /** Counts by a context. */
  @FunctionalInterface
  private interface Counting {
    TouchBaselines by(Context context);
  }

  private static Nats nats(
      double network, long notes, List<List<PlayedNote>> heldOut, Counting counting) {
    return new Nats(
        network / notes,
        nats(counting.by(Context.LAST), heldOut) / notes,
        nats(counting.by(Context.PLACE), heldOut) / notes,
        nats(counting.by(Context.NONE), heldOut) / notes);
  }

  private static double nats(TouchBaselines baseline, List<List<PlayedNote>> heldOut) {
    return heldOut.stream().mapToDouble(baseline::nats).sum();
  }
}
