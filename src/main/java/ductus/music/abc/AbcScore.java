package ductus.music.abc;

import ductus.music.Bar;
import ductus.music.KeySignature;
import ductus.music.KeySpelling;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.abc.AbcTune.AbcVoice;
import ductus.music.abc.bar.AbcBar;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcLiberty;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.abc.bar.Fraction;
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
  private static final int CHORD_CHANNEL = 1;

  /** Channels of voices, around those of drums and chords. */
  private static final int[] CHANNELS = {0, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15};

  private static final int MELODY_VELOCITY = 88;
  private static final int CHORD_PROGRAM = 24;

  private static final Comparator<Note> SCORE_ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track)
          .thenComparingInt(Note::channel)
          .thenComparingLong(Note::duration);

  private final AbcNotices notices;
  private final List<AbcVoice> voices;
  private final List<KeySignature> keys = new ArrayList<>();
  private final List<TempoChange> tempos = new ArrayList<>();
  private final List<TextEvent> texts = new ArrayList<>();
  private final List<List<Sounding>> sounding = new ArrayList<>();
  private final List<TextEvent> symbols = new ArrayList<>();
  private Fraction position = Fraction.ZERO;
  private Fraction end = Fraction.ZERO;
  private String keyName = "";

  /** A note whose end may yet move; times are in whole notes. */
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
   * Prepares the score of some voices.
   *
   * @param voices one at least; the first one says metre, key and tempo, and where the bars are
   */
  AbcScore(AbcNotices notices, List<AbcVoice> voices) {
    this.notices = notices;
    this.voices = voices;
  }

  /**
   * Writes the score.
   *
   * @param about texts for track 0
   */
  Score write(List<TextEvent> about) {
    texts.addAll(about);
    for (AbcVoice voice : voices) {
      layOut(voice);
    }
    long endTick = end.ticks(TICKS_PER_WHOLE);
    List<TimeSignature> metres =
        voices.get(0).layout().metres().stream()
            .map(
                change ->
                    new TimeSignature(
                        change.position().ticks(TICKS_PER_WHOLE),
                        change.metre().numerator(),
                        change.metre().denominator()))
            .toList();
    List<Bar> bars = Bar.layOut(metres, TICKS_PER_QUARTER, Math.max(1, endTick));
    List<Note> notes = new ArrayList<>();
    List<ProgramChange> programs = new ArrayList<>();
    int channels = 0;
    for (int i = 0; i < voices.size(); i++) {
      AbcVoice voice = voices.get(i);
      int track = MELODY_TRACK + i;
      int channel = voice.isDrums() ? Note.DRUM_CHANNEL : CHANNELS[channels++ % CHANNELS.length];
      notes.addAll(notes(sounding.get(i), bars, track, channel));
      programs.add(new ProgramChange(0, channel, track, voice.program()));
      texts.add(name(track, name(i)));
    }
    if (!symbols.isEmpty()) {
      int track = chordTrack();
      notes.addAll(chords(bars, endTick));
      programs.add(new ProgramChange(0, CHORD_CHANNEL, track, CHORD_PROGRAM));
      texts.add(name(track, Score.CHORD_TRACK));
      symbols.sort(Comparator.comparingLong(TextEvent::tick));
      texts.addAll(symbols);
    }
    notes.sort(SCORE_ORDER);
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

  private int chordTrack() {
    return MELODY_TRACK + voices.size();
  }

  /** Name of a voice's track; a tune alone has that of melodies. */
  private String name(int voice) {
    String name = voices.get(voice).name();
    return voices.size() == 1 ? Score.MELODY_TRACK : name.isEmpty() ? "Voice " + (voice + 1) : name;
  }

  private static TextEvent name(int track, String name) {
    return new TextEvent(0, track, TextEvent.Kind.TRACK_NAME, name);
  }

  /** Walks through the events of a voice: keys, tempos, notes with their ties, symbols. */
  private void layOut(AbcVoice voice) {
    List<Sounding> ofVoice = new ArrayList<>();
    boolean first = sounding.isEmpty();
    sounding.add(ofVoice);
    Fraction start = voices.get(0).layout().start();
    position = start;
    Map<Integer, Sounding> tied = new HashMap<>();
    Set<Integer> openTies = new HashSet<>();
    Set<Integer> joinedTies = new HashSet<>();
    int tiePlace = 0;
    for (AbcBar bar : voice.played()) {
      for (AbcEvent event : bar.events()) {
        if (first) {
          sign(event.setting(), position.equals(start) ? 0 : tick());
        }
        if (!event.chord().isEmpty()) {
          symbols.add(new TextEvent(tick(), chordTrack(), TextEvent.Kind.TEXT, event.chord()));
        }
        Map<Integer, Sounding> tiedOn = new HashMap<>();
        for (AbcEvent.Tone tone : event.tones()) {
          Fraction end = position.plus(tone.length());
          Sounding note = tied.remove(tone.pitch());
          if (note == null) {
            note = new Sounding(tone.pitch(), position, end);
            ofVoice.add(note);
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
        end = end.compareTo(position) < 0 ? position : end;
      }
    }
    if (!tied.isEmpty()) {
      openTies.add(tiePlace);
    }
    openTies.removeAll(joinedTies);
    openTies.stream().sorted().forEach(place -> notices.add(place, AbcLiberty.TIE, "a tie"));
    ofVoice.sort(Comparator.comparing(note -> note.onset));
  }

  private void sign(AbcEvent.Setting setting, long tick) {
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
            : setting.metre().typicalQuartersPerMinute();
    int tempo = MelodyScore.microsecondsPerQuarter(quarters);
    if (tempos.isEmpty() || tempos.get(tempos.size() - 1).microsecondsPerQuarter() != tempo) {
      tempos.add(new TempoChange(tick, tempo));
    }
  }

  private static List<Note> notes(List<Sounding> voice, List<Bar> bars, int track, int channel) {
    List<Note> notes = new ArrayList<>(voice.size());
    int bar = 0;
    for (Sounding each : voice) {
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
              channel,
              track));
    }
    return notes;
  }

  /** The notes of the chords, each held to the next symbol. */
  private List<Note> chords(List<Bar> bars, long endTick) {
    List<ChordSpan> spans = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      long onset = symbols.get(i).tick();
      long until = i + 1 < symbols.size() ? symbols.get(i + 1).tick() : endTick;
      if (until > onset) {
        spans.add(new ChordSpan(onset, until, ChordSymbol.parse(symbols.get(i).text()), 1));
      }
    }
    return ChordTrack.notes(spans, bars, CHORD_CHANNEL, chordTrack());
  }

  private long tick() {
    return position.ticks(TICKS_PER_WHOLE);
  }
}
