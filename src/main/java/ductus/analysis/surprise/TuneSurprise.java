package ductus.analysis.surprise;

import ductus.analysis.surprise.Surprise.ScoredPart;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Sequence;
import ductus.music.Score;
import ductus.music.render.PianoRoll;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A reader that finds which bars of a piece of music are odd.
 *
 * @param <T> the kind of piece
 */
public final class TuneSurprise<T> implements SurpriseReader {
  private static final int FEWEST_BARS = 2;

  private final MusicModel<T> model;
  private final int threads;
  private final Workers workers = new Workers(1);
  private final SequenceScorer scorer;

  /**
   * Creates a reader with a model of music whose pieces have bars.
   *
   * @param threads for reading files
   */
  public TuneSurprise(MusicModel<T> model, int threads) {
    this.model = model;
    this.threads = threads;
    scorer =
        new SequenceScorer(
            model.file().network(),
            model.encoding(),
            (tokens, length, allowed) -> {},
            KernelChoice.best(),
            workers);
  }

  @Override
  public String part() {
    return "bar";
  }

  @Override
  public Surprise read(Path file, Optional<AnomalyThreshold> alarm)
      throws BadFileException, IOException {
    T piece = model.kind().read(file).music();
    List<Double> bars;
    try {
      bars = bars(piece);
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(file, String.valueOf(unfit.getMessage()));
    }
    List<ScoredPart> parts = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      parts.add(new ScoredPart("bar " + (i + 1), bars.get(i)));
    }
    Score score = model.kind().score(piece, MusicRequest.PIANO);
    String title = "What is odd in " + file.getFileName();
    return new Surprise("", parts, odd -> PianoRoll.svg(score, title, odd));
  }

  /**
   * The surprise of each bar of a piece, in the form in which the model learned such pieces; what
   * the plan says of a bar is a part of it.
   *
   * @throws IllegalArgumentException if it has fewer than two, or none that could be told apart
   */
  public List<Double> bars(T piece) {
    Sequence sequence = sequence(piece);
    return bars(sequence, scorer.nats(List.of(sequence)).get(0));
  }

  /** A piece in the form in which the model learned such pieces. */
  public Sequence sequence(T piece) {
    return model.encoding().encode(model.kind().forms(piece, model.keys().heldOut()).get(0));
  }

  /**
   * The surprise of each bar for whoever foretold the tokens.
   *
   * @param nats [T]
   * @throws IllegalArgumentException as above
   */
  public List<Double> bars(Sequence sequence, double[] nats) {
    List<Integer> lines = model.kind().barLines(sequence.tokens());
    if (lines.size() <= FEWEST_BARS) {
      throw new IllegalArgumentException(
          "must have %d bars or more that the model can tell apart but has %d"
              .formatted(FEWEST_BARS, Math.max(0, lines.size() - 1)));
    }
    List<Double> bars =
        ScoredPart.excess(nats, lines.subList(0, lines.size() - 1), lines.subList(1, lines.size()));
    List<Integer> plans = model.kind().barPlans(sequence.tokens());
    List<Double> planned =
        ScoredPart.excess(nats, plans, plans.stream().map(place -> place + 1).toList());
    return IntStream.range(0, bars.size())
        .mapToObj(bar -> bars.get(bar) + (bar < planned.size() ? planned.get(bar) : 0))
        .toList();
  }

  /** Pieces that the model was trained on do not count: they surprise it less than others. */
  @Override
  public List<Double> sound(Path path) throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus =
        Corpus.read(path, MusicCorpus.files(model.kind()), threads, (done, all) -> {});
    Set<String> learned = new HashSet<>(model.file().header().pieces());
    List<Double> all = new ArrayList<>();
    for (Piece<MusicPiece<T>> piece : corpus.pieces()) {
      if (!learned.contains(piece.hash())) {
        try {
          all.addAll(bars(piece.value().music()));
        } catch (IllegalArgumentException tooShort) {
          // A piece of one bar says nothing of what bars are like beside others.
        }
      }
    }
    if (all.isEmpty()) {
      throw new BadFileException(
          path, "must have pieces of several bars that the model was not trained on but has none");
    }
    return all;
  }

  @Override
  public void close() {
    workers.close();
  }
}
