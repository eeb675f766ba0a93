package ductus.lab.frames;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.ScoreFile;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.model.signal.SignalSequence;
import ductus.music.frames.Frame;
import ductus.music.frames.FrameScore;
import ductus.music.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Frames of the keys that sound at each step of pieces of music: a column of the piano roll. */
final class PianoRolls implements FrameSource {
  private static final double HELD_OUT = 0.2;
  private static final long SPLIT = 1;

  private final int steps;
  private final List<float[]> training;
  private final List<float[]> heldOut;

  private PianoRolls(int steps, List<float[]> training, List<float[]> heldOut) {
    this.steps = steps;
    this.training = training;
    this.heldOut = heldOut;
  }

  /**
   * The pieces of a folder, a fifth of them held out.
   *
   * @param stepsPerQuarter the grid
   * @param steps frames of a sequence, 2 or more
   * @throws BadFileException if there are not two pieces as long
   */
  static PianoRolls read(Path folder, int stepsPerQuarter, int steps)
      throws BadFileException, IOException {
    Corpus<Frames> corpus =
        Corpus.read(
            folder,
            ScoreFile.KIND.as(file -> frames(file, stepsPerQuarter), frames -> frames.toString()),
            1,
            (done, total) -> {});
    Split<Frames> split = corpus.split(HELD_OUT, 0, SPLIT);
    PianoRolls rolls =
        new PianoRolls(steps, rolls(split.training(), steps), rolls(split.validation(), steps));
    if (rolls.training.isEmpty() || rolls.heldOut.isEmpty()) {
      throw new BadFileException(
          folder, "must have two pieces of %d steps or more".formatted(steps));
    }
    return rolls;
  }

  private static Frames frames(Path file, int stepsPerQuarter)
      throws BadFileException, IOException {
    try {
      return FrameScore.frames(ScoreFile.read(file), stepsPerQuarter);
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(file, String.valueOf(unfit.getMessage()));
    }
  }

  private static List<float[]> rolls(List<Piece<Frames>> pieces, int steps) {
    List<float[]> rolls = new ArrayList<>();
    for (Piece<Frames> piece : pieces) {
      List<Frame> frames = piece.value().steps();
      float[] roll = new float[frames.size() * Frame.KEYS];
      for (int t = 0; t < frames.size(); t++) {
        int at = t * Frame.KEYS - Frame.LOWEST;
        frames.get(t).pitches().forEach(pitch -> roll[at + pitch] = 1);
      }
      if (frames.size() >= steps) {
        rolls.add(roll);
      }
    }
    return rolls;
  }

  @Override
  public String name() {
    return "rolls";
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public int columns() {
    return Frame.KEYS;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public SignalSequence draw(RandomGenerator random) {
    float[] roll = training.get(random.nextInt(training.size()));
    return part(roll, random.nextInt(roll.length / Frame.KEYS - steps + 1));
  }

  /** Each held-out piece from its beginning on. */
  @Override
  public List<SignalSequence> heldOut(int count) {
    return heldOut.stream().limit(count).map(roll -> part(roll, 0)).toList();
  }

  private SignalSequence part(float[] roll, int from) {
    float[] frames = new float[steps * Frame.KEYS];
    System.arraycopy(roll, from * Frame.KEYS, frames, 0, frames.length);
    return FrameSource.sequence(frames, Frame.KEYS);
  }
}
