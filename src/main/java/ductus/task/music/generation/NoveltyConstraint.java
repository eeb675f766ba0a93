package ductus.task.music.generation;

import ductus.generate.Constraint;
import ductus.model.Sequence;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.NovelRuns;
import ductus.task.music.kind.MusicKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns down notes that would copy a run of the training pieces, or strike one pitch too often in a
 * row. It listens to what the tokens so far decode to, so that it suits every kind.
 *
 * @param <T> the kind of piece
 */
final class NoveltyConstraint<T> implements Constraint {
  private final MusicKind<T> kind;
  private final Optional<NovelRuns> runs;
  private final int mostRepetitions;

  /**
   * A guard.
   *
   * @param runs that must not come back
   * @param mostRepetitions most notes of one pitch in a row; 0 for any number
   */
  NoveltyConstraint(MusicKind<T> kind, Optional<NovelRuns> runs, int mostRepetitions) {
    this.kind = kind;
    this.runs = runs;
    this.mostRepetitions = mostRepetitions;
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    // It judges whole notes, which only a drawn token makes.
  }

  @Override
  public boolean accepts(int[] tokens, int length) {
    if (!kind.mayAddToLine(tokens[length - 1])) {
      return true;
    }
    NoteLine line = line(tokens, length);
    return !turnsDown(line) || line.length() == line(tokens, length - 1).length();
  }

  private boolean turnsDown(NoteLine line) {
    return (mostRepetitions > 0 && line.repetition() > mostRepetitions)
        || (runs.isPresent() && runs.get().holds(line, line.length()));
  }

  private NoteLine line(int[] tokens, int length) {
    int features = kind.encoding().featureCount();
    int[] drawn = Arrays.copyOf(tokens, length);
    return kind.line(
        kind.encoding().decode(new Sequence(drawn, new int[length * features], features)));
  }
}
