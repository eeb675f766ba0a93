package ductus.task.music.kind;

import ductus.corpus.Corpus;
import ductus.corpus.FrameSetsCorpus;
import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.Score;
import ductus.music.encoding.poly.PolyConstraint;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.music.encoding.poly.PolyVocabulary;
import ductus.music.encoding.poly.StandingChordConstraint;
import ductus.music.frames.Frame;
import ductus.music.frames.FrameScore;
import ductus.music.frames.Frames;
import ductus.music.statistics.NoteLine;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Polyphony: what sounds at each step of a grid, chord by chord. Beside MIDI files it reads the
 * JSON of the usual sets, whose own splits it keeps to.
 */
public final class PolyKind implements MusicKind<Frames> {
  private static final PolyEncoding ENCODING = new PolyEncoding();
  private static final int MIDDLE = 60;
  private static final int OCTAVE = 12;

  /** The pitch above which a bass rarely stays: B3. */
  private static final int HIGHEST_BASS = 59;

  /** Semitones down and up to which a piece is moved. */
  private static final int LOWERED = 5;

  private static final int RAISED = 6;

  /** Quarter notes that a chord of a new piece may stand; in 305 chorales two stand longer. */
  private static final int MOST_STANDING = 6;

  /** Quarter notes from which on a piece may end on such a chord: a few phrases. */
  private static final int SHORTEST = 24;

  /** Leaves out the long tail of chords that are a little likely, and wrong. */
  private static final Sampling SAMPLING = new Sampling(1, 0, 0.97);

  /** No bar lines are learned; those that are asked for are of common time. */
  private static final int QUARTERS_PER_BAR = 4;

  @Override
  public Encoding<Frames> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Four voices on a grid";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", PolyEncoding.NAME, MusicTrainingConfig.Keys.ALL, 0.1, ""),
        NetworkConfig.of(ENCODING, 64, NetworkConfig.LSTM, 1, 192, 0.5).withSkip(true),
        TrainingPlan.of(
                6, 1, new Batching(6, 2048), new LearningRate(6e-3, 20, LearningRate.Shape.COSINE))
            .withOptimizer(OptimizerChoice.of(OptimizerChoice.Rule.ADAMW))
            .withRegularization(
                new Regularization(0, 0, 0, 0, false, 0.99, ScheduledSampling.NONE)));
  }

  @Override
  public Sampling sampling() {
    return SAMPLING;
  }

  @Override
  public Frames find(Score score) {
    return FrameScore.frames(score);
  }

  @Override
  public List<Frames> forms(Frames piece, MusicTrainingConfig.Keys keys) {
    if (keys != MusicTrainingConfig.Keys.ALL) {
      return List.of(piece);
    }
    int lowest = piece.lowest().orElse(MIDDLE) - Frame.LOWEST;
    int highest = Frame.HIGHEST - piece.highest().orElse(MIDDLE);
    return IntStream.rangeClosed(-Math.min(LOWERED, lowest), Math.min(RAISED, highest))
        .mapToObj(piece::transpose)
        .toList();
  }

  @Override
  public double quartersPerMinute(Frames piece) {
    return piece.quartersPerMinute();
  }

  @Override
  public Frames withTempo(Frames piece, double quartersPerMinute) {
    return piece.withTempo(quartersPerMinute);
  }

  @Override
  public Score score(Frames piece, int program) {
    return FrameScore.score(piece, program, FrameScore.LOUD);
  }

  /**
   * Chord by chord, each from its lowest pitch up. A silent step stays where the one before was.
   */
  @Override
  public Optional<NoteLine> moments(Frames piece) {
    List<Integer> pitches = new ArrayList<>();
    List<Long> shapes = new ArrayList<>();
    int lowest = MIDDLE;
    for (Frame step : piece.steps()) {
      lowest = step.isSilent() ? lowest : step.lowest();
      long shape = 0;
      for (int pitch = step.lowest(); pitch != Frame.NONE; pitch = step.above(pitch)) {
        shape |= 1L << ((pitch - lowest) % Long.SIZE);
      }
      pitches.add(lowest);
      shapes.add(shape);
    }
    return Optional.of(NoteLine.ofSteps(pitches, shapes));
  }

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys keys) {
    MusicRequest.Header header = request.header();
    if (header.tonic() != null || header.mode() != null) {
      throw new IllegalArgumentException(
          "the key must be left open with the encoding poly, but one is asked for;"
              + " a scale can be");
    }
    if (header.metre() != null) {
      throw new IllegalArgumentException(
          "the metre must be left open with the encoding poly, which knows no bar lines, but %s is"
                  .formatted(header.metre())
              + " asked for; a bar that is asked for is four quarter notes");
    }
    double quarters = quarters(request);
    boolean open = header.bars() == null && request.opening().isEmpty();
    return List.of(
        new PolyConstraint(quarters, request.scale()),
        new StandingChordConstraint(
            MOST_STANDING, open ? SHORTEST : StandingChordConstraint.NEVER));
  }

  /** Length that is asked for, in quarter notes; 0 for any. */
  private static double quarters(MusicRequest request) {
    Integer bars = request.header().bars();
    if (bars == null) {
      return 0;
    }
    double given = 0;
    if (!request.opening().isEmpty()) {
      int[] tokens = request.opening().tokens().stream().mapToInt(Integer::intValue).toArray();
      Frames opening = ENCODING.decode(new Sequence(tokens, new int[0], 0));
      given = (double) opening.steps().size() / opening.stepsPerQuarter();
    }
    double quarters = bars * QUARTERS_PER_BAR;
    if (request.guidance().withoutPrimer()) {
      return given + quarters;
    }
    if (quarters <= given) {
      throw new IllegalArgumentException(
          "bars, of 4 quarter notes each, must be more than the primer's %.1f but were %d"
              .formatted(given / QUARTERS_PER_BAR, bars));
    }
    return quarters;
  }

  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    Sequence tokens = ENCODING.encode(FrameScore.frames(primer));
    int[] withoutEnd = Arrays.copyOf(tokens.tokens(), tokens.length() - 1);
    return new MusicRequest.Opening(Arrays.stream(withoutEnd).boxed().toList(), 0);
  }

  /**
   * Some sets stand an octave above what was sung, so that pieces drawn by their models do: such a
   * piece comes down, unless it goes on from a primer.
   */
  @Override
  public Frames finish(
      Frames drawn, MusicRequest request, MusicTrainingConfig.Keys keys, int number) {
    boolean lowered = request.opening().isEmpty() && isHigh(drawn);
    Frames piece = lowered ? drawn.transpose(-OCTAVE) : drawn;
    return request.quartersPerMinute() == 0 ? piece : piece.withTempo(request.quartersPerMinute());
  }

  /** The frames from the one on that follows the opening's last one. */
  @Override
  public Frames withoutOpening(Frames piece, MusicRequest.Opening opening) {
    long given =
        opening.tokens().stream().filter(token -> token == PolyVocabulary.END_OF_FRAME).count();
    return new Frames(
        piece.stepsPerQuarter(),
        piece.steps().stream().skip(given).toList(),
        piece.quartersPerMinute());
  }

  /** Whether the lowest voice is mostly above what basses sing. */
  private static boolean isHigh(Frames piece) {
    int[] lowest =
        piece.steps().stream()
            .filter(step -> !step.isSilent())
            .mapToInt(Frame::lowest)
            .sorted()
            .toArray();
    return lowest.length > 0
        && lowest[0] - OCTAVE >= Frame.LOWEST
        && lowest[lowest.length / 2] > HIGHEST_BASS;
  }

  @Override
  public Optional<Corpus<MusicPiece<Frames>>> sets(Path file) throws BadFileException, IOException {
    return FrameSetsCorpus.read(file).map(corpus -> corpus.map(MusicPiece::new));
  }
}
