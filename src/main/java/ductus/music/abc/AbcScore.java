package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.KeySignature;
import ductus.music.KeySpelling;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.ProgramChange;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordSpan;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.ChordTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays the played bars end to end in ticks, with the chords that the symbols stand for. */
final class AbcScore {
  private static final int TICKS_PER_QUARTER = MelodyScore.TICKS_PER_QUARTER;
  private static final int TICKS_PER_WHOLE = 4 * TICKS_PER_QUARTER;
  private static final int MELODY_TRACK = 1;
  private static final int CHORD_TRACK = 2;
  private static final int MELODY_VELOCITY = 88;
  private static final int CHORD_PROGRAM = 24;

  private static final Comparator<Note> SCORE_ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track)
          .thenComparingInt(Note::channel)
          .thenComparingLong(Note::duration);

  private final AbcSource source;
  private final List<AbcBar> played;
  private final Fraction start;
  private final List<TimeSignature> metres = new ArrayList<>();
  private final List<KeySignature> keys = new ArrayList<>();
  private final List<TempoChange> tempos = new ArrayList<>();
  private final List<TextEvent> texts = new ArrayList<>();
  private final List<Sounding> sounding = new ArrayList<>();
  private final List<TextEvent> symbols = new ArrayList<>();
  private Fraction position;
  private String keyName = "";

  /** A note whose end may yet move, in whole notes. */
  private static final class Sounding {
    private final int pitch;
    private final Fraction onset;
    private Fraction end;

    Sounding(int pitch, Fraction onset, Fraction end) {
      this.pitch = pitch;
      this.onset = onset;
      this.end = end;
    }
  }

  /**
   * Prepares a score.
   *
   * @param start where the first bar begins to sound, in whole notes after the bar line
   */
  AbcScore(AbcSource source, List<AbcBar> played, Fraction start) {
    this.source = source;
    this.played = played;
    this.start = start;
    this.position = start;
  }

  /**
   * The score.
   *
   * @param about texts for track 0
   * @param program General MIDI program of the tune
   */
  Score write(List<TextEvent> about, int program) throws BadFileException {
    texts.addAll(about);
    layOut();
    long end = position.ticks(TICKS_PER_WHOLE);
    List<Bar> bars = Bar.layOut(metres, TICKS_PER_QUARTER, end);
    List<Note> notes = new ArrayList<>(melody(bars));
    notes.addAll(chords(bars, end));
    notes.sort(SCORE_ORDER);
    List<ProgramChange> programs = new ArrayList<>();
    programs.add(new ProgramChange(0, 0, MELODY_TRACK, program));
    texts.add(name(MELODY_TRACK, Score.MELODY_TRACK));
    if (!symbols.isEmpty()) {
      programs.add(new ProgramChange(0, 1, CHORD_TRACK, CHORD_PROGRAM));
      texts.add(name(CHORD_TRACK, Score.CHORD_TRACK));
      texts.addAll(symbols);
    }
    texts.sort(Comparator.comparingLong(TextEvent::tick).thenComparingInt(TextEvent::track));
    return new Score(
        TICKS_PER_QUARTER,
        bars.get(bars.size() - 1).end(),
        notes,
        tempos,
        metres,
        keys,
        programs,
        List.of(),
        texts);
  }

  private static TextEvent name(int track, String name) {
    return new TextEvent(0, track, TextEvent.Kind.TRACK_NAME, name);
  }

  /** Walks through all events: signatures, tempos, notes with their ties, symbols. */
  private void layOut() throws BadFileException {
    Map<Integer, Sounding> tied = new HashMap<>();
    Set<Integer> openTies = new HashSet<>();
    Set<Integer> joinedTies = new HashSet<>();
    int tiePlace = 0;
    for (AbcBar bar : played) {
      for (AbcEvent event : bar.events()) {
        sign(event.setting());
        if (!event.chord().isEmpty()) {
          symbols.add(new TextEvent(tick(), CHORD_TRACK, TextEvent.Kind.TEXT, event.chord()));
        }
        Map<Integer, Sounding> tiedOn = new HashMap<>();
        for (AbcEvent.Tone tone : event.tones()) {
          Fraction end = position.plus(tone.length());
          Sounding note = tied.remove(tone.pitch());
          if (note == null) {
            note = new Sounding(tone.pitch(), position, end);
            sounding.add(note);
          } else {
            note.end = end;
            joinedTies.add(tiePlace);
          }
          if (tone.tied()) {
            tiedOn.put(tone.pitch(), note);
          }
        }
        if (!tied.isEmpty()) {
          openTies.add(tiePlace);
        }
        tied = tiedOn;
        tiePlace = event.place();
        position = position.plus(event.length());
      }
    }
    if (!tied.isEmpty()) {
      openTies.add(tiePlace);
    }
    openTies.removeAll(joinedTies);
    if (!openTies.isEmpty()) {
      int place = openTies.stream().mapToInt(Integer::intValue).min().orElse(0);
      throw source.error(place, "the note is tied but the next has another pitch");
    }
  }

  private void sign(AbcEvent.Setting setting) {
    long tick = position.equals(start) ? 0 : tick();
    TimeSignature metre = setting.metre();
    if (metres.isEmpty() || !metres.get(metres.size() - 1).sameMetre(metre)) {
      metres.add(new TimeSignature(tick, metre.numerator(), metre.denominator()));
    }
    KeySpelling key = setting.key();
    KeySignature signature = new KeySignature(tick, key.fifths(), key.key().mode().hasMinorThird());
    String name = "K:" + key.key().abc();
    if (keys.isEmpty() || !name.equals(keyName)) {
      keys.add(signature);
      texts.add(new TextEvent(tick, 0, TextEvent.Kind.TEXT, name));
      keyName = name;
    }
    double quarters =
        setting.quartersPerMinute() > 0
            ? setting.quartersPerMinute()
            : metre.typicalQuartersPerMinute();
    int tempo = MelodyScore.microsecondsPerQuarter(quarters);
    if (tempos.isEmpty() || tempos.get(tempos.size() - 1).microsecondsPerQuarter() != tempo) {
      tempos.add(new TempoChange(tick, tempo));
    }
  }

  private List<Note> melody(List<Bar> bars) {
    List<Note> notes = new ArrayList<>(sounding.size());
    int bar = 0;
    for (Sounding each : sounding) {
      long onset = each.onset.ticks(TICKS_PER_WHOLE);
      while (onset >= bars.get(bar).end()) {
        bar++;
      }
      double quarters = (double) (onset - bars.get(bar).start()) / TICKS_PER_QUARTER;
      notes.add(
          new Note(
              onset,
              each.end.ticks(TICKS_PER_WHOLE) - onset,
              each.pitch,
              MelodyScore.accented(MELODY_VELOCITY, bars.get(bar).metre(), quarters),
              0,
              MELODY_TRACK));
    }
    return notes;
  }

  /** Each chord held to the next symbol. */
  private List<Note> chords(List<Bar> bars, long end) {
    List<ChordSpan> spans = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      long onset = symbols.get(i).tick();
      long until = i + 1 < symbols.size() ? symbols.get(i + 1).tick() : end;
      if (until > onset) {
        spans.add(new ChordSpan(onset, until, ChordSymbol.parse(symbols.get(i).text()), 1));
      }
    }
    return ChordTrack.notes(spans, bars, 1, CHORD_TRACK);
  }

  private long tick() {
    return position.ticks(TICKS_PER_WHOLE);
  }
}
