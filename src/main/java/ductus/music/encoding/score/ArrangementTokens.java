package ductus.music.encoding.score;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.model.SequenceDraft;
import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.BarLine;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.TempoStep;
import ductus.music.encoding.score.ScoreVocabulary.Kind;
import java.util.Arrays;

/** Writes one arrangement as tokens. */
final class ArrangementTokens {
  private final Arrangement arrangement;
  private final SequenceDraft draft;
  private final int[] velocities = new int[PartNote.INSTRUMENTS];
  private BarLine bar;
  private int position;
  private int program = ScoreGrammar.UNKNOWN;
  private int part = 1;

  ArrangementTokens(Arrangement arrangement, Encoding<Arrangement> encoding) {
    this.arrangement = arrangement;
    draft = new SequenceDraft(encoding);
    bar = BarLine.of(arrangement.metres().get(0));
    Arrays.fill(velocities, ScoreGrammar.UNKNOWN);
  }

  Sequence write() {
    add(Kind.START);
    addMetre(bar.metre());
    addTempo(arrangement.tempos().get(0));
    int metre = 1;
    int tempo = 1;
    for (PartNote note : arrangement.notes()) {
      while (metre < arrangement.metres().size() && metreStep(metre) <= note.onset()) {
        tempo = addTemposBefore(tempo, metreStep(metre));
        changeMetre(arrangement.metres().get(metre++));
      }
      tempo = addTemposBefore(tempo, note.onset() + 1);
      moveTo(note.onset());
      addNote(note);
    }
    for (; metre < arrangement.metres().size(); metre++) {
      tempo = addTemposBefore(tempo, metreStep(metre));
      changeMetre(arrangement.metres().get(metre));
    }
    addTemposBefore(tempo, Integer.MAX_VALUE);
    add(Kind.END);
    return draft.sequence();
  }

  private int metreStep(int index) {
    return (int) arrangement.metres().get(index).tick();
  }

  /** Writes the tempos from one on that come before a step, and gives the next one. */
  private int addTemposBefore(int from, int step) {
    int tempo = from;
    while (tempo < arrangement.tempos().size() && arrangement.tempos().get(tempo).step() < step) {
      moveTo(arrangement.tempos().get(tempo).step());
      addTempo(arrangement.tempos().get(tempo++));
    }
    return tempo;
  }

  /** Begins a bar of another metre, on a bar line or in the middle of a bar. */
  private void changeMetre(TimeSignature metre) {
    int step = (int) metre.tick();
    while (bar.end() < step) {
      beginBar();
    }
    if (step < bar.end()) {
      moveTo(step);
      add(Kind.CUT);
    }
    addMetre(metre);
    bar = BarLine.of(metre);
    position = 0;
  }

  private void beginBar() {
    add(Kind.BAR);
    bar = bar.next();
    position = 0;
  }

  private void moveTo(int step) {
    while (bar.end() <= step) {
      beginBar();
    }
    int there = step - bar.start();
    if (there != position) {
      for (int later = there / ScoreVocabulary.POSITIONS; later > 0; later--) {
        add(Kind.LATER);
      }
      add(Kind.POSITION, there % ScoreVocabulary.POSITIONS);
      position = there;
    }
  }

  private void addMetre(TimeSignature metre) {
    int more = (metre.numerator() - 1) / ScoreVocabulary.NUMERATORS;
    for (int i = 0; i < more; i++) {
      add(Kind.MORE);
    }
    add(Kind.NUMERATOR, (metre.numerator() - 1) % ScoreVocabulary.NUMERATORS);
    add(Kind.DENOMINATOR, Integer.numberOfTrailingZeros(metre.denominator()));
  }

  private void addTempo(TempoStep tempo) {
    for (int i = tempo.doublings(); i > 0; i--) {
      add(Kind.DOUBLE);
    }
    add(Kind.TEMPO, tempo.sixteenths() / TempoStep.FINENESS - TempoStep.SLOWEST);
    int fraction = tempo.sixteenths() % TempoStep.FINENESS;
    if (fraction > 0) {
      add(Kind.TEMPO_FRACTION, fraction - 1);
    }
  }

  private void addNote(PartNote note) {
    if (note.program() != program) {
      program = note.program();
      part = 1;
      add(Kind.PROGRAM, program);
    }
    if (note.part() != part) {
      part = note.part();
      add(Kind.PART, part - 1);
    }
    if (note.velocity() != velocities[note.instrument()]) {
      velocities[note.instrument()] = note.velocity();
      add(Kind.VELOCITY, note.velocity());
    }
    add(note.isDrum() ? Kind.STROKE : Kind.PITCH, note.pitch());
    int units = note.duration() / ScoreVocabulary.FINE_DURATIONS;
    for (int bit = 15; bit >= 0; bit--) {
      if ((units >> bit & 1) == 1) {
        add(Kind.LONG, bit);
      }
    }
    add(Kind.DURATION, note.duration() % ScoreVocabulary.FINE_DURATIONS);
  }

  private void add(Kind kind) {
    add(kind, 0);
  }

  private void add(Kind kind, int index) {
    draft.add(ScoreVocabulary.token(kind, index));
  }
}
