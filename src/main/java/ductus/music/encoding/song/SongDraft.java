package ductus.music.encoding.song;

import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.header.MetronomeMarks;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.PianoStroke;
import ductus.music.song.PianoStroke.PianoKey;
import ductus.music.song.Song;
import java.util.ArrayList;
import java.util.List;

/** A song while its tokens are read. */
final class SongDraft {
  private static final int DEFAULT_TEMPO = 3;

  private final SongGrammar song = new SongGrammar();
  private final List<TimeSignature> metres = new ArrayList<>();
  private final List<ChordChange> chords = new ArrayList<>();
  private final List<MelodyNote> notes = new ArrayList<>();
  private final List<PianoStroke> piano = new ArrayList<>();
  private final List<PianoKey> keys = new ArrayList<>();
  private int strokeStep;
  private int strokeLevel;
  private int onset = Sequence.NONE;
  private int pitch;

  /** Reads a token; one that the grammar does not allow is skipped. */
  void accept(int token) {
    if (!song.allows(token)) {
      return;
    }
    Phase phase = song.phase();
    song.accept(token);
    switch (phase) {
      case PLAN -> beginBar();
      case CHORDS -> chord(token);
      case TUNE -> tune(token);
      case PIANO -> piano(token);
      case HEADER, END, OVER -> {}
    }
  }

  private void beginBar() {
    if (song.phase() == Phase.CHORDS) {
      metre();
    }
  }

  private void metre() {
    TimeSignature metre = Metres.ALL.get(song.metre());
    long start = song.memory().start(song.bar());
    metres.removeIf(each -> each.tick() == start);
    metres.add(new TimeSignature(start, metre.numerator(), metre.denominator()));
  }

  private void chord(int token) {
    if (SongVocabulary.kind(token) == Kind.METRE) {
      metre();
    } else if (SongVocabulary.kind(token) == Kind.CHORD) {
      chords.add(new ChordChange(song.step(), song.chords().last()));
    } else if (SongVocabulary.kind(token) == Kind.BASS) {
      chords.set(chords.size() - 1, new ChordChange(song.step(), song.chords().last()));
    }
  }

  private void tune(int token) {
    boolean begins = SongVocabulary.kind(token) == Kind.PITCH;
    if (begins || token == SongVocabulary.REST) {
      endNote(song.step());
    }
    if (begins) {
      onset = song.step();
      pitch = SongVocabulary.index(token) + SongVocabulary.LOWEST_PITCH + song.key();
    }
  }

  private void endNote(int end) {
    if (onset != Sequence.NONE) {
      notes.add(new MelodyNote(onset, end - onset, pitch));
      onset = Sequence.NONE;
    }
  }

  private void piano(int token) {
    Kind kind = SongVocabulary.kind(token);
    if (kind == Kind.KEYSTROKE) {
      strokeStep = song.step();
      strokeLevel = song.level() + 1;
      keys.add(
          new PianoKey(
              SongVocabulary.pitch(SongVocabulary.index(token), song.anchor()),
              SongVocabulary.HOLDS.get(song.hold())));
    } else if (kind == Kind.AT || token == SongVocabulary.BAR) {
      endStroke();
    }
    if (token == SongVocabulary.BAR) {
      beginBar();
    }
  }

  private void endStroke() {
    if (!keys.isEmpty()) {
      piano.add(new PianoStroke(strokeStep, strokeLevel, keys));
      keys.clear();
    }
  }

  /** The song so far; what the header left out is common time, C major. */
  Song song() {
    List<MelodyNote> tune = new ArrayList<>(notes);
    List<PianoStroke> strokes = new ArrayList<>(piano);
    int bars = song.memory().barCount();
    int steps = bars == 0 ? SongVocabulary.steps(common()) : song.memory().start(bars);
    if (onset != Sequence.NONE) {
      tune.add(new MelodyNote(onset, steps - onset, pitch));
    }
    if (!keys.isEmpty()) {
      strokes.add(new PianoStroke(strokeStep, strokeLevel, keys));
    }
    int said = song.headerDone();
    Melody melody =
        new Melody(
            Song.STEPS_PER_QUARTER,
            steps,
            metres.isEmpty() ? List.of(common()) : metres,
            new Key(
                said > 2 ? song.header(2) : 0,
                said > 3 ? SongVocabulary.MODES.get(song.header(3)) : Mode.MAJOR),
            MetronomeMarks.COARSE.get(said > 4 ? song.header(4) : DEFAULT_TEMPO),
            tune);
    List<ChordChange> changes = new ArrayList<>();
    ChordSymbol before = ChordSymbol.NONE;
    for (ChordChange change : chords) {
      if (!change.chord().equals(before)) {
        changes.add(change);
        before = change.chord();
      }
    }
    return new Song(new Leadsheet(melody, changes), strokes);
  }

  private static TimeSignature common() {
    return new TimeSignature(0, 4, 4);
  }
}
