package ductus.music.encoding.song;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Bar;
import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.Hold;
import ductus.music.song.PianoStroke;
import ductus.music.song.PianoStroke.PianoKey;
import ductus.music.song.Song;
import ductus.music.song.SongForm;
import ductus.music.song.SongSection;
import java.util.ArrayList;
import java.util.List;

/**
 * A song as a header, a plan of its sections, and then bar by bar its chords, its tune and its
 * piano.
 *
 * <p>The plan is found in the song and says what returns; while a bar is written, side features
 * tell what stood at its place in the section that returns, and one, two and four bars ago. The
 * order within a bar lets chords and tune be given, and the piano follow. All of a song comes back
 * exactly but its tempo, which becomes the nearest metronome mark; the plan is no part of it.
 */
public final class SongEncoding implements Encoding<Song> {
  /** Name of this encoding in model files. */
  public static final String NAME = "song";

  private static final EncodingShape SHAPE =
      new EncodingShape(
          NAME, 1, SongVocabulary.SIZE, SongFeatures.tableSize(), SongFeatures.FEATURES);

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return SongVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new SongCursor();
  }

  @Override
  public int[] tokens(Song song) {
    return tokens(song, SongForm.of(song));
  }

  /**
   * The tokens of a song with a form that is known.
   *
   * @param form of as many bars
   */
  public int[] tokens(Song song, SongForm form) {
    return new Writing(song, form).tokens();
  }

  @Override
  public Song decode(Sequence sequence) {
    return decode(sequence.tokens(), sequence.length());
  }

  /**
   * Decodes tokens that are being drawn; bars that are not there yet are left out.
   *
   * @param tokens from the start token on, not modified
   * @param length only so many of them count
   */
  public Song decode(int[] tokens, int length) {
    SongDraft draft = new SongDraft();
    for (int t = 0; t < length; t++) {
      draft.accept(tokens[t]);
    }
    return draft.song();
  }

  /** Finds where bars begin among tokens, and the place behind the last bar that is whole. */
  public static List<Integer> barLines(int[] tokens) {
    SongGrammar song = new SongGrammar();
    List<Integer> lines = new ArrayList<>();
    for (int t = 0; t < tokens.length; t++) {
      boolean inBar = song.phase() == SongGrammar.Phase.PIANO;
      boolean planned = song.phase() == SongGrammar.Phase.PLAN;
      if (!song.allows(tokens[t])) {
        continue;
      }
      song.accept(tokens[t]);
      boolean begins = planned && song.phase() != SongGrammar.Phase.PLAN;
      if (begins || (inBar && song.phase() != SongGrammar.Phase.PIANO)) {
        lines.add(t + 1);
      }
    }
    return lines;
  }

  /** The tokens of a song while they are written. */
  private static final class Writing {
    private final Song song;
    private final Leadsheet leadsheet;
    private final SongForm form;
    private final List<Integer> tokens = new ArrayList<>();
    private final List<int[]> tune;
    private int nextEvent;
    private int nextChord;
    private int nextStroke;
    private int level = 4;
    private Hold hold = Hold.NEXT;

    Writing(Song song, SongForm form) {
      this.song = song;
      this.form = form;
      leadsheet = song.leadsheet();
      tune = events(leadsheet.melody().notes(), song.steps());
    }

    /** The tune as steps and pitches, a pitch of −1 being a rest. */
    private static List<int[]> events(List<MelodyNote> notes, int steps) {
      List<int[]> events = new ArrayList<>();
      for (int i = 0; i < notes.size(); i++) {
        MelodyNote note = notes.get(i);
        events.add(new int[] {note.onset(), note.pitch()});
        int next = i + 1 < notes.size() ? notes.get(i + 1).onset() : steps;
        if (note.end() < next) {
          events.add(new int[] {note.end(), -1});
        }
      }
      return events;
    }

    int[] tokens() {
      List<Bar> bars = song.bars();
      if (bars.isEmpty() || bars.size() > SongVocabulary.MOST_BARS) {
        throw new IllegalArgumentException(
            "a song must have 1 to %d bars but has %d"
                .formatted(SongVocabulary.MOST_BARS, bars.size()));
      }
      if (form.bars() != bars.size()) {
        throw new IllegalArgumentException(
            "form must have %d bars but has %d".formatted(bars.size(), form.bars()));
      }
      header(bars);
      plan();
      int metre = Metres.indexOf(bars.get(0).metre());
      for (SongSection section : form.sections()) {
        for (int b = section.first(); b < section.end(); b++) {
          Bar bar = bars.get(b);
          if (bar.length() != SongVocabulary.steps(bar.metre())) {
            throw new IllegalArgumentException(
                "bars must be whole but bar %d of %s has %d sixteenths"
                    .formatted(b + 1, bar.metre(), bar.length()));
          }
          if (Metres.indexOf(bar.metre()) != metre) {
            tokens.add(SongVocabulary.metreToken(bar.metre()));
            metre = Metres.indexOf(bar.metre());
          }
          bar(bar, section.key());
        }
      }
      tokens.add(SongVocabulary.END);
      return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private void header(List<Bar> bars) {
      tokens.add(SongVocabulary.START);
      tokens.add(SongVocabulary.metreToken(bars.get(0).metre()));
      tokens.add(SongVocabulary.token(Kind.TONIC, leadsheet.melody().key().tonic()));
      tokens.add(
          SongVocabulary.token(
              Kind.MODE, SongVocabulary.MODES.indexOf(leadsheet.melody().key().mode())));
      tokens.add(SongVocabulary.tempoToken(leadsheet.melody().quartersPerMinute()));
      tokens.add(SongVocabulary.groupToken(bars.size()));
      tokens.add(SongVocabulary.remainderToken(bars.size()));
    }

    private void plan() {
      int key = 0;
      for (SongSection section : form.sections()) {
        if (section.key() != key) {
          key = section.key();
          tokens.add(SongVocabulary.token(Kind.KEY, key - SongSection.LOWEST_KEY));
        }
        tokens.add(
            SongVocabulary.token(
                Kind.RELATION, SongVocabulary.RELATIONS.indexOf(section.relation())));
        if (section.back() > 0) {
          tokens.add(SongVocabulary.token(Kind.BACK, section.back() - 1));
        }
        tokens.add(SongVocabulary.token(Kind.LENGTH, section.bars() - 1));
      }
    }

    private void bar(Bar bar, int key) {
      for (; nextChord < leadsheet.chords().size(); nextChord++) {
        ChordChange change = leadsheet.chords().get(nextChord);
        if (change.step() >= bar.end()) {
          break;
        }
        tokens.add(SongVocabulary.token(Kind.AT, (int) (change.step() - bar.start())));
        chord(change.chord().transpose(-key));
      }
      tokens.add(SongVocabulary.TUNE);
      for (; nextEvent < tune.size() && tune.get(nextEvent)[0] < bar.end(); nextEvent++) {
        tokens.add(SongVocabulary.token(Kind.AT, (int) (tune.get(nextEvent)[0] - bar.start())));
        int pitch = tune.get(nextEvent)[1];
        tokens.add(pitch < 0 ? SongVocabulary.REST : pitchToken(pitch, key));
      }
      tokens.add(SongVocabulary.PIANO);
      for (; nextStroke < song.piano().size(); nextStroke++) {
        PianoStroke stroke = song.piano().get(nextStroke);
        if (stroke.step() >= bar.end()) {
          break;
        }
        stroke(stroke, (int) (stroke.step() - bar.start()), key);
      }
      tokens.add(SongVocabulary.BAR);
    }

    private void chord(ChordSymbol said) {
      tokens.add(SongVocabulary.token(Kind.CHORD, SongVocabulary.chordIndex(said)));
      if (said.bass() != said.root()) {
        tokens.add(SongVocabulary.token(Kind.BASS, said.bass()));
      }
    }

    private static int pitchToken(int pitch, int key) {
      if (pitch < SongVocabulary.LOWEST_OF_TUNE || pitch > SongVocabulary.HIGHEST_OF_TUNE) {
        throw new IllegalArgumentException(
            "notes of the tune must be %d to %d but one is %d"
                .formatted(SongVocabulary.LOWEST_OF_TUNE, SongVocabulary.HIGHEST_OF_TUNE, pitch));
      }
      return SongVocabulary.token(Kind.PITCH, pitch - key - SongVocabulary.LOWEST_PITCH);
    }

    private void stroke(PianoStroke stroke, int place, int key) {
      tokens.add(SongVocabulary.token(Kind.AT, place));
      if (stroke.level() - 1 != level) {
        level = stroke.level() - 1;
        tokens.add(SongVocabulary.token(Kind.LEVEL, level));
      }
      int tonic = leadsheet.melody().key().tonic();
      int anchor = SongVocabulary.anchor(leadsheet.chordAt(stroke.step()), tonic, key);
      for (PianoKey each : stroke.keys()) {
        if (each.hold() != hold) {
          hold = each.hold();
          tokens.add(SongVocabulary.token(Kind.HOLD, SongVocabulary.HOLDS.indexOf(hold)));
        }
        tokens.add(
            SongVocabulary.token(Kind.KEYSTROKE, SongVocabulary.interval(each.pitch(), anchor)));
      }
    }
  }
}
