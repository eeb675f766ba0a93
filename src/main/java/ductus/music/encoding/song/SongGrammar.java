package ductus.music.encoding.song;

import static ductus.music.encoding.song.SongVocabulary.BAR;
import static ductus.music.encoding.song.SongVocabulary.END;
import static ductus.music.encoding.song.SongVocabulary.PIANO;
import static ductus.music.encoding.song.SongVocabulary.REST;
import static ductus.music.encoding.song.SongVocabulary.START;
import static ductus.music.encoding.song.SongVocabulary.TUNE;

import ductus.model.Sequence;
import ductus.music.Metres;
import ductus.music.TimeSignature;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.song.Hold;
import ductus.music.song.PianoStroke;
import ductus.music.song.SongSection;

/**
 * The grammar of songs, and what is known of a song at a token.
 *
 * <p>A song is: start, metre, keynote, mode, tempo, length (two tokens); the plan, section by
 * section; then for each bar its metre if that changes, its chords (place, chord, bass), its tune
 * (place, note or rest), its piano (place, then level and hold where they change, and the keys from
 * low to high); then end. Tokens that it does not allow leave it as it is.
 */
final class SongGrammar {
  private static final int FIRST_LEVEL = 4;
  private static final Kind[] HEADER = {
    Kind.MARK, Kind.METRE, Kind.TONIC, Kind.MODE, Kind.TEMPO, Kind.GROUP, Kind.REMAINDER
  };

  private final int[] header = new int[HEADER.length];
  private final PlannedSections plan = new PlannedSections();
  private final SongMemory memory = new SongMemory();
  private final ChordsOfBar chords = new ChordsOfBar();
  private Phase phase = Phase.HEADER;
  private int headerDone;
  private int metre;
  private int section;

  /** Place of the last {@code at} of this part of the bar. */
  private int at = Sequence.NONE;

  /** Whether the last {@code at} wants what stands there. */
  private boolean open;

  private boolean atBarLine;
  private boolean sounding;
  private int level = FIRST_LEVEL;
  private int hold = SongVocabulary.HOLDS.indexOf(Hold.NEXT);
  private boolean levelGiven;
  private boolean holdGiven;
  private int lastKey = Sequence.NONE;

  /** What comes next. */
  enum Phase {
    HEADER,
    PLAN,
    CHORDS,
    TUNE,
    PIANO,
    END,
    OVER
  }

  /** The grammar behind tokens that it allows. */
  static SongGrammar of(int[] tokens, int length) {
    SongGrammar song = new SongGrammar();
    for (int t = 0; t < length; t++) {
      song.accept(tokens[t]);
    }
    return song;
  }

  boolean allows(int token) {
    Kind kind = SongVocabulary.kind(token);
    int index = SongVocabulary.index(token);
    return switch (phase) {
      case HEADER -> kind == HEADER[headerDone] && allowsInHeader(token, index);
      case PLAN -> plan.allows(token);
      case CHORDS -> allowsInChords(token, kind, index);
      case TUNE ->
          open
              ? isNote(kind, index) || (token == REST && sounding)
              : token == PIANO || isLater(kind, index);
      case PIANO -> allowsInPiano(token, kind, index);
      case END -> token == END;
      case OVER -> false;
    };
  }

  private boolean allowsInHeader(int token, int index) {
    return switch (HEADER[headerDone]) {
      case MARK -> token == START;
      case METRE -> isMetre(index);
      case REMAINDER -> index > 0 || header[headerDone - 1] > 0;
      default -> true;
    };
  }

  private static boolean isMetre(int index) {
    TimeSignature metre = Metres.ALL.get(index);
    return metre.fits(4) && SongVocabulary.steps(metre) <= SongVocabulary.STEPS;
  }

  /** Whether a tune can have a pitch, in whatever key it is said. */
  private boolean isNote(Kind kind, int index) {
    int pitch = index + SongVocabulary.LOWEST_PITCH + key();
    return kind == Kind.PITCH
        && pitch >= SongVocabulary.LOWEST_OF_TUNE
        && pitch <= SongVocabulary.HIGHEST_OF_TUNE;
  }

  private boolean isLater(Kind kind, int index) {
    return kind == Kind.AT && index > at && index < stepsOfBar();
  }

  private boolean allowsInChords(int token, Kind kind, int index) {
    if (open) {
      return kind == Kind.CHORD;
    }
    return switch (kind) {
      case METRE -> atBarLine && index != metre && isMetre(index);
      case BASS -> chords.wantsBass() && index != chords.lastRoot(key());
      case AT -> isLater(kind, index);
      default -> token == TUNE;
    };
  }

  private boolean allowsInPiano(int token, Kind kind, int index) {
    boolean inside = open && !holdGiven;
    return switch (kind) {
      case AT -> (!open || lastKey != Sequence.NONE) && !holdGiven && isLater(kind, index);
      case LEVEL -> inside && !levelGiven && lastKey == Sequence.NONE && index != level;
      case HOLD -> inside && index != hold && (lastKey == Sequence.NONE || isKey(lastKey + 1));
      case KEYSTROKE -> open && index > lastKey && isKey(index);
      default -> token == BAR && (!open || lastKey != Sequence.NONE) && !holdGiven;
    };
  }

  /** Whether an interval is a key of the piano. */
  private boolean isKey(int interval) {
    int pitch = SongVocabulary.pitch(interval, anchor());
    return pitch >= PianoStroke.LOWEST_PITCH
        && pitch <= PianoStroke.HIGHEST_PITCH
        && interval < SongVocabulary.INTERVALS;
  }

  void accept(int token) {
    Kind kind = SongVocabulary.kind(token);
    int index = SongVocabulary.index(token);
    switch (phase) {
      case HEADER -> acceptHeader(index);
      case PLAN -> {
        plan.accept(token);
        if (plan.isWhole()) {
          beginBar();
        }
      }
      case CHORDS -> acceptChords(token, kind, index);
      case TUNE -> acceptTune(token, kind, index);
      case PIANO -> acceptPiano(kind, index);
      case END -> phase = Phase.OVER;
      case OVER -> {}
    }
  }

  private void acceptHeader(int index) {
    header[headerDone++] = index;
    if (headerDone == HEADER.length) {
      metre = header[1];
      plan.setBars(SongVocabulary.bars(header[5], header[6]));
      phase = Phase.PLAN;
    }
  }

  private void beginBar() {
    int bar = memory.barCount();
    if (bar > 0) {
      chords.nextBar();
    }
    if (bar == plan.sections().get(plan.sections().size() - 1).end()) {
      phase = Phase.END;
      return;
    }
    while (plan.sections().get(section).end() <= bar) {
      section++;
    }
    memory.addBar(SongVocabulary.steps(Metres.ALL.get(metre)));
    atBarLine = true;
    begin(Phase.CHORDS);
  }

  private void begin(Phase next) {
    phase = next;
    at = Sequence.NONE;
    open = false;
  }

  private void acceptChords(int token, Kind kind, int index) {
    atBarLine = false;
    if (token == TUNE) {
      chords.end();
      begin(Phase.TUNE);
    } else if (kind == Kind.METRE) {
      metre = index;
      memory.setBar(SongVocabulary.steps(Metres.ALL.get(index)));
    } else if (kind == Kind.AT) {
      place(index);
    } else if (kind == Kind.CHORD) {
      open = false;
      memory.setChord(step(), index);
      chords.add(at, SongVocabulary.chord(index).transpose(key()));
    } else {
      chords.setBass(Math.floorMod(index + key(), 12));
    }
  }

  private void acceptTune(int token, Kind kind, int index) {
    if (token == PIANO) {
      begin(Phase.PIANO);
    } else if (kind == Kind.AT) {
      place(index);
    } else {
      open = false;
      sounding = token != REST;
      memory.setTune(step(), sounding ? index : SongMemory.rest());
    }
  }

  private void acceptPiano(Kind kind, int index) {
    switch (kind) {
      case AT -> {
        place(index);
        lastKey = Sequence.NONE;
        levelGiven = false;
      }
      case LEVEL -> {
        level = index;
        levelGiven = true;
      }
      case HOLD -> {
        hold = index;
        holdGiven = true;
      }
      case KEYSTROKE -> {
        memory.strike(step(), index, hold, level);
        lastKey = index;
        holdGiven = false;
      }
      default -> {
        lastKey = Sequence.NONE;
        beginBar();
      }
    }
  }

  private void place(int index) {
    at = index;
    open = true;
  }

  Phase phase() {
    return phase;
  }

  int headerDone() {
    return headerDone;
  }

  /** The place of a token of the header among its kind. */
  int header(int slot) {
    return header[slot];
  }

  PlannedSections plan() {
    return plan;
  }

  SongMemory memory() {
    return memory;
  }

  ChordsOfBar chords() {
    return chords;
  }

  /** The number of the bar that is being written, from 0. */
  int bar() {
    return memory.barCount() - 1;
  }

  int metre() {
    return metre;
  }

  int stepsOfBar() {
    return memory.length(bar());
  }

  SongSection section() {
    return plan.sections().get(section);
  }

  int sectionNumber() {
    return section;
  }

  /** Semitones from the song's key to this bar's. */
  int key() {
    return section().key();
  }

  int at() {
    return at;
  }

  boolean isOpen() {
    return open;
  }

  boolean isAtBarLine() {
    return atBarLine;
  }

  boolean isSounding() {
    return sounding;
  }

  /** The step, from the start of the song, of the last {@code at}. */
  int step() {
    return memory.start(bar()) + at;
  }

  int level() {
    return level;
  }

  int hold() {
    return hold;
  }

  boolean isHoldGiven() {
    return holdGiven;
  }

  boolean isLevelGiven() {
    return levelGiven;
  }

  int lastKey() {
    return lastKey;
  }

  /** The pitch from which keys are counted at the last {@code at}. */
  int anchor() {
    return SongVocabulary.anchor(chords.at(at), header[2], key());
  }
}
