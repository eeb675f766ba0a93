package ductus.task.music.jam;

import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Note;
import ductus.music.Score;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.model.MusicModel;
import ductus.task.music.request.MusicRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers phrases with a model.
 *
 * @param <T> the kind of piece
 */
public final class JamPartner<T> {
  /** An answer without notes is drawn again, so often. */
  private static final int TRIES = 4;

  private static final int MOST_BARS = 64;
  private static final long TOLERANCE = Phrase.TICKS_PER_QUARTER / 8;
  private static final int CHANNEL = 1;
  private static final int TRACK = 2;

  private final MusicModel<T> model;
  private final MusicGeneration<T> generation;
  private final Sampling sampling;
  private final long seed;
  private final int program;
  private int drawn;

  /**
   * A partner.
   *
   * @param seed decides the answers, with their numbers
   * @param program General MIDI program of the answers
   */
  public JamPartner(
      MusicModel<T> model, Workers workers, Sampling sampling, long seed, int program) {
    this.model = model;
    this.generation = new MusicGeneration<>(model, KernelChoice.best(), workers);
    this.sampling = sampling;
    this.seed = seed;
    this.program = program;
  }

  /** The instrument of the answers. */
  int program() {
    return program;
  }

  /**
   * The bars that answer a phrase, as many as it has, in ticks from a bar line, on a track and
   * channel of their own; the phrase itself is left out. Empty if nothing came of it.
   *
   * @throws IllegalArgumentException if one cannot go on from the phrase
   */
  List<Note> answer(Phrase phrase) {
    int bars = phrase.bars();
    MusicRequest.Header header =
        new MusicRequest.Header(null, null, null, Math.min(MOST_BARS, 2 * bars));
    MusicRequest request =
        new MusicRequest(
            header,
            model.kind().opening(phrase.score(), header, model.keys()),
            null,
            sampling,
            seed,
            phrase.quartersPerMinute(),
            program);
    for (int i = 0; i < TRIES; i++) {
      T piece = generation.draw(request, drawn++, 1).get(0).piece();
      List<Note> answer = behind(phrase, model.kind().score(piece, program));
      if (!answer.isEmpty()) {
        return answer;
      }
    }
    return List.of();
  }

  private static List<Note> behind(Phrase phrase, Score score) {
    double scale = (double) Phrase.TICKS_PER_QUARTER / score.ticksPerQuarter();
    long bar = Phrase.barTicks(phrase.metre());
    long from = phrase.end() - TOLERANCE;
    List<Note> answer = new ArrayList<>();
    long base = -1;
    for (Note note : score.notes()) {
      long onset = Math.round(note.onset() * scale);
      if (onset < from) {
        continue;
      }
      base = base < 0 ? onset / bar * bar : base;
      answer.add(
          new Note(
              onset - base,
              Math.max(1, Math.round(note.duration() * scale)),
              note.pitch(),
              note.velocity(),
              note.isDrum() ? Note.DRUM_CHANNEL : CHANNEL,
              TRACK));
    }
    return answer;
  }
}
