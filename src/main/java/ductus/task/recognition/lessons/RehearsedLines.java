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
  /** Lines of an update. */
  private static final int OWN = 12;

  private static final int COMPOSED = 12;

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
   * The lines of an update.
   *
   * @param number of the update, from 0; decides all chance
   */
  public SequencePass<?> update(int number) {
    List<LabeledLine> lines = new ArrayList<>();
    for (int i = 0; i < OWN; i++) {
      lines.add(own.any(Distortion.ON_TOP, random(number, i)));
    }
    for (int i = 0; i < COMPOSED; i++) {
      lines.add(composer.line(CurriculumStage.MEASURING, 0, random(number, OWN + i)));
    }
    return pass(network, lines);
  }

  /** All lines of somebody as they were written. */
  public static SequencePass<?> plain(ReaderNetwork network, CorpusLineSource written) {
    List<LabeledLine> lines = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      lines.add(written.plain(i));
    }
    return pass(network, lines);
  }

  private static SequencePass<?> pass(ReaderNetwork network, List<LabeledLine> lines) {
    List<LineRows> rows = lines.stream().map(LabeledLine::rows).toList();
    List<String> texts = lines.stream().map(LabeledLine::text).toList();
    return new SequencePass<>(network, network.batch(rows, texts, null), 0);
  }

  private RandomGenerator random(int update, int line) {
    return Randomness.of(PlaceRandom.key(seed, update, line));
  }
}
