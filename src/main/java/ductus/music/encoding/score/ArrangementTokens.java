package ductus.music.encoding.score;

import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.BarLine;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.TempoStep;
import ductus.music.encoding.score.ScoreVocabulary.Kind;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Writes one arrangement as tokens. */
final class ArrangementTokens {
  private final Arrangement arrangement;
  private final IntStream.Builder tokens = IntStream.builder();
  private final int[] velocities = new int[PartNote.INSTRUMENTS];
  private BarLine bar;
  private int position;
  private int program = ScoreGrammar.UNKNOWN;
  private int part = 1;

  /** Numbers of the tempos, and of the chords, that are written. */
  private int tempos;

  private int chords;

  ArrangementTokens(Arrangement arrangement) {
    this.arrangement = arrangement;
    bar = BarLine.of(arrangement.metres().get(0));
    Arrays.fill(velocities, ScoreGrammar.UNKNOWN);
  }

  int[] write() {
    add(Kind.START);
    addMetre(bar.metre());
    addTempo(arrangement.tempos().get(tempos++));
    int metre = 1;
    for (PartNote note : arrangement.notes()) {
      while (metre < arrangement.metres().size() && metreStep(metre) <= note.onset()) {
        addMarksBefore(metreStep(metre));
        changeMetre(arrangement.metres().get(metre++));
      }
      addMarksBefore(note.onset() + 1);
      moveTo(note.onset());
      addNote(note);
    }
    for (; metre < arrangement.metres().size(); metre++) {
      addMarksBefore(metreStep(metre));
      changeMetre(arrangement.metres().get(metre));
    }
    addMarksBefore(Integer.MAX_VALUE);
    add(Kind.END);
    return tokens.build().toArray();
  }

  private int metreStep(int index) {
    return (int) arrangement.metres().get(index).tick();
  }

  /** Writes the tempos and chords that come before a step and are not written yet. */
  private void addMarksBefore(int step) {
    int tempo = tempoStep();
    int chord = chordStep();
    while (Math.min(tempo, chord) < step) {
      moveTo(Math.min(tempo, chord));
      if (tempo <= chord) {
        addTempo(arrangement.tempos().get(tempos++));
      } else {
        addChord(arrangement.chords().get(chords++).chord());
      }
      tempo = tempoStep();
      chord = chordStep();
    }
  }

  /** Step of the next tempo that is not written. */
  private int tempoStep() {
    List<TempoStep> all = arrangement.tempos();
    return tempos < all.size() ? all.get(tempos).step() : Integer.MAX_VALUE;
  }

  /** Step of the next chord that is not written. */
  private int chordStep() {
    List<ChordChange> all = arrangement.chords();
    return chords < all.size() ? all.get(chords).step() : Integer.MAX_VALUE;
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

  private void addChord(ChordSymbol chord) {
    if (chord.isNone()) {
      add(Kind.NO_CHORD);
      return;
    }
    add(Kind.ROOT, chord.root());
    add(Kind.QUALITY, ChordQuality.SOUNDING.indexOf(chord.quality()));
    if (chord.bass() != chord.root()) {
      add(Kind.BASS, chord.bass());
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
    tokens.add(ScoreVocabulary.token(kind, index));
  }
}
