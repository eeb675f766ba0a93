package ductus.task.recognition.lessons;

import ductus.ink.hand.Hand;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.reading.LineRows;
import ductus.model.reading.ReaderNetwork;
import ductus.task.recognition.lessons.LabeledLineComposer.LabeledLine;
import ductus.train.SequencePass;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lessons for a network that reads already: in each update lines of somebody, each time distorted
 * otherwise, and others that are composed, so that it rehearses what it knows.
 */
public final class RehearsedLines {
  /** Passes of an update. */
  public static final int PASSES = 2;

  /** Most lines of an update, and most steps of somebody's; of very long lines there are two. */
  private static final int OWN = 10;

  private static final int OWN_STEPS = 2000;
  private static final int FEWEST = 2;
  private static final int COMPOSED = 8;

  private final ReaderNetwork network;
  private final CorpusLineSource own;
  private final LabeledLineComposer composer;
  private final long seed;

  /**
   * Lessons.
   *
   * @param own one line or more
   * @param hands two or more, that others are composed of
   */
  public RehearsedLines(ReaderNetwork network, CorpusLineSource own, List<Hand> hands, long seed) {
    this.network = network;
    this.own = own;
    this.seed = seed;
    composer = LabeledLineComposer.forReader(hands, network.config().alphabet(), seed);
  }

  /**
   * The passes of an update.
   *
   * @param number of the update, from 0; decides all chance
   */
  public List<SequencePass<?>> update(int number) {
    List<LabeledLine> mine = new ArrayList<>();
    int steps = 0;
    for (int i = 0; i < OWN && (i < FEWEST || steps < OWN_STEPS); i++) {
      mine.add(own.any(Distortion.ON_TOP, random(number, i)));
      steps += mine.get(i).rows().steps();
    }
    List<LabeledLine> others = new ArrayList<>();
    for (int i = 0; i < COMPOSED; i++) {
      others.add(composer.line(CurriculumStage.MEASURING, 0, random(number, OWN + i)));
    }
    return List.of(pass(network, mine, 0), pass(network, others, 1));
  }

  /** All lines of somebody as they were written. */
  public static SequencePass<?> plain(ReaderNetwork network, CorpusLineSource written) {
    List<LabeledLine> lines = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      lines.add(written.plain(i));
    }
    return pass(network, lines, 0);
  }

  private static SequencePass<?> pass(ReaderNetwork network, List<LabeledLine> lines, int number) {
    List<LineRows> rows = lines.stream().map(LabeledLine::rows).toList();
    List<String> texts = lines.stream().map(LabeledLine::text).toList();
    return new SequencePass<>(network, network.batch(rows, texts, null), number);
  }

  private RandomGenerator random(int update, int line) {
    return Randomness.of(PlaceRandom.key(seed, update, line));
  }
}
