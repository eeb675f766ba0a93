package ductus.music.encoding.score;

import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.BarLine;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.TempoStep;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.Arrays;

/**
 * The grammar of {@link ScoreEncoding}: what may come next.
 *
 * <p>A sequence is: start, metre, tempo, then bars. A bar begins with its token or with a new
 * metre; where a metre comes before its time, a cut goes before it. Within a bar positions rise; at
 * a position a tempo comes first, then a chord, then notes by program, part and pitch. Program and
 * part are written where they change, and velocity where it changes within the instrument. Tokens
 * that the grammar does not allow leave it as it is.
 */
final class ScoreGrammar {
  /** The token that was written last. */
  enum Stage {
    BEFORE,
    /** A metre was begun; a numerator must follow. */
    METRE,
    NUMERATOR,
    BAR,
    /** A bar was begun that has no tempo yet; one must follow. */
    TEMPO_DUE,
    TEMPO,
    TEMPO_FRACTION,
    /** A root was written; a quality must follow. */
    CHORD_ROOT,
    CHORD_QUALITY,
    CHORD,
    LATER,
    POSITION,
    PROGRAM,
    PART,
    VELOCITY,
    PITCH,
    NOTE,
    ENDED
  }

  /** Value of a program or velocity that was not written yet. */
  static final int UNKNOWN = -1;

  private static final int MOST_NUMERATOR = 255;

  private final byte[] velocities;
  private Stage stage = Stage.BEFORE;
  private BarLine bar = BarLine.of(new TimeSignature(0, 4, 4));
  private boolean begun;
  private int bars;
  private int position;

  /** Number of steps by which the next position is later than it says. */
  private int later;

  private boolean cut;
  private int numerator;
  private int doublings;
  private double tempo;
  private boolean tempoHere;
  private boolean chordHere;
  private boolean notesHere;
  private ChordSymbol chord = ChordSymbol.NONE;
  private int program = UNKNOWN;
  private int part;

  /** Whether a note of the instrument was written at this position. */
  private boolean playedHere;

  /** Pitch of the last note of the instrument at this position, 0 where there is none. */
  private int pitchHere;

  private int pitch;
  private int duration;
  private int longest;

  /** Creates a grammar before the first token. */
  ScoreGrammar() {
    velocities = new byte[PartNote.INSTRUMENTS];
    Arrays.fill(velocities, (byte) UNKNOWN);
  }

  /** Creates a grammar at the place of another. */
  ScoreGrammar(ScoreGrammar that) {
    velocities = that.velocities.clone();
    stage = that.stage;
    bar = that.bar;
    begun = that.begun;
    bars = that.bars;
    position = that.position;
    later = that.later;
    cut = that.cut;
    numerator = that.numerator;
    doublings = that.doublings;
    tempo = that.tempo;
    tempoHere = that.tempoHere;
    chordHere = that.chordHere;
    notesHere = that.notesHere;
    chord = that.chord;
    program = that.program;
    part = that.part;
    playedHere = that.playedHere;
    pitchHere = that.pitchHere;
    pitch = that.pitch;
    duration = that.duration;
    longest = that.longest;
  }

  /** Whether a token may come next. */
  boolean allows(int token) {
    if (!ScoreVocabulary.has(token)) {
      return false;
    }
    int index = ScoreVocabulary.index(token);
    return switch (ScoreVocabulary.kind(token)) {
      case START -> stage == Stage.BEFORE;
      case END -> mayMoveOn();
      case BAR -> mayMoveOn() && mayBeginBar();
      case CUT -> stage == Stage.POSITION && bars < Arrangement.MOST_BARS;
      case MORE -> mayNameMetre() && numerator + ScoreVocabulary.NUMERATORS < MOST_NUMERATOR;
      case NUMERATOR -> mayNameMetre() && numerator + index + 1 <= MOST_NUMERATOR;
      case DENOMINATOR -> stage == Stage.NUMERATOR && isNewMetre(1 << index);
      case LATER -> mayMove() && later() + ScoreVocabulary.POSITIONS <= lastPosition();
      case POSITION -> mayMove() && later() + index > position && later() + index <= lastPosition();
      case DOUBLE -> mayNameTempo() && doublings < TempoStep.MOST_DOUBLINGS;
      case TEMPO ->
          mayNameTempo() && (doublings == 0 || index + TempoStep.SLOWEST >= TempoStep.DOUBLED / 2);
      case TEMPO_FRACTION -> stage == Stage.TEMPO;
      case NO_CHORD -> mayNameChord() && !chord.isNone();
      case ROOT -> mayNameChord();
      case QUALITY -> stage == Stage.CHORD_ROOT;
      case BASS -> stage == Stage.CHORD_QUALITY && index != chord.root();
      case PROGRAM -> mayPlay() && (notesHere ? index > program : index != program);
      case PART -> mayNamePart(index + 1);
      case VELOCITY -> hasInstrument() && index != velocity();
      case PITCH -> mayBeginNote(index) && program < PartNote.DRUMS;
      case STROKE -> mayBeginNote(index) && program >= PartNote.DRUMS;
      case LONG -> stage == Stage.PITCH && index < longest;
      case DURATION -> stage == Stage.PITCH;
    };
  }

  /** Whether the tokens at this position are complete; a position needs one at least behind it. */
  private boolean mayMoveOn() {
    return switch (stage) {
      case BAR, TEMPO, TEMPO_FRACTION, CHORD_QUALITY, CHORD, NOTE -> true;
      default -> false;
    };
  }

  private boolean mayBeginBar() {
    return bars < Arrangement.MOST_BARS && bar.end() <= Arrangement.MOST_STEPS;
  }

  private boolean mayNameMetre() {
    return stage == Stage.METRE || (mayMoveOn() && mayBeginBar());
  }

  /** Whether a metre on a bar line would be another one than before. */
  private boolean isNewMetre(int denominator) {
    return !begun
        || cut
        || numerator != bar.metre().numerator()
        || denominator != bar.metre().denominator();
  }

  private boolean mayMove() {
    return (mayMoveOn() || stage == Stage.LATER) && lastPosition() > position;
  }

  private int later() {
    return stage == Stage.LATER ? later : 0;
  }

  private int lastPosition() {
    return Math.min(bar.length() - 1, Arrangement.MOST_STEPS - bar.start());
  }

  private boolean mayNameTempo() {
    return stage == Stage.TEMPO_DUE || (mayPlay() && !tempoHere && !chordHere && !notesHere);
  }

  private boolean mayNameChord() {
    return mayPlay() && !chordHere && !notesHere;
  }

  private boolean mayPlay() {
    return mayMoveOn() || stage == Stage.POSITION;
  }

  private boolean mayNamePart(int named) {
    return stage == Stage.PROGRAM
        ? named > 1
        : mayPlay() && program != UNKNOWN && (notesHere ? named > part : named != part);
  }

  private boolean hasInstrument() {
    return (mayPlay() && program != UNKNOWN) || stage == Stage.PROGRAM || stage == Stage.PART;
  }

  private boolean mayBeginNote(int key) {
    return (hasInstrument() || stage == Stage.VELOCITY)
        && velocity() != UNKNOWN
        && key >= pitchHere;
  }

  /** Moves past a token, if it is allowed. */
  void accept(int token) {
    if (!allows(token)) {
      return;
    }
    int index = ScoreVocabulary.index(token);
    switch (ScoreVocabulary.kind(token)) {
      case START -> stage = Stage.METRE;
      case END -> stage = Stage.ENDED;
      case BAR -> begin(bar.next());
      case CUT -> {
        cut = true;
        stage = Stage.METRE;
      }
      case MORE -> {
        numerator += ScoreVocabulary.NUMERATORS;
        stage = Stage.METRE;
      }
      case NUMERATOR -> {
        numerator += index + 1;
        stage = Stage.NUMERATOR;
      }
      case DENOMINATOR -> {
        int step = begun ? cut ? step() : bar.end() : 0;
        begin(BarLine.of(new TimeSignature(step, numerator, 1 << index)));
        numerator = 0;
        cut = false;
        stage = begun ? Stage.BAR : Stage.TEMPO_DUE;
        begun = true;
      }
      case LATER -> {
        later = later() + ScoreVocabulary.POSITIONS;
        stage = Stage.LATER;
      }
      case POSITION -> {
        place(later() + index);
        stage = Stage.POSITION;
      }
      case DOUBLE -> {
        doublings++;
        stage = Stage.TEMPO_DUE;
      }
      case TEMPO -> setTempo(index + TempoStep.SLOWEST);
      case TEMPO_FRACTION -> {
        tempo += (index + 1) * (double) (1 << doublings) / TempoStep.FINENESS;
        stage = Stage.TEMPO_FRACTION;
      }
      case NO_CHORD -> setChord(ChordSymbol.NONE, Stage.CHORD);
      case ROOT -> setChord(ChordSymbol.of(index, ChordQuality.MAJOR), Stage.CHORD_ROOT);
      case QUALITY ->
          setChord(
              ChordSymbol.of(chord.root(), ChordQuality.SOUNDING.get(index)), Stage.CHORD_QUALITY);
      case BASS -> setChord(new ChordSymbol(chord.root(), chord.quality(), index), Stage.CHORD);
      case PROGRAM -> {
        setInstrument(index, 1);
        stage = Stage.PROGRAM;
      }
      case PART -> {
        setInstrument(program, index + 1);
        stage = Stage.PART;
      }
      case VELOCITY -> {
        velocities[instrument()] = (byte) index;
        stage = Stage.VELOCITY;
      }
      case PITCH, STROKE -> {
        pitch = index;
        duration = 0;
        longest = Integer.MAX_VALUE;
        stage = Stage.PITCH;
      }
      case LONG -> {
        duration += ScoreVocabulary.FINE_DURATIONS << index;
        longest = index;
      }
      case DURATION -> {
        duration += index;
        pitchHere = pitch;
        notesHere = true;
        playedHere = true;
        stage = Stage.NOTE;
      }
    }
  }

  private void begin(BarLine next) {
    bar = next;
    bars++;
    place(0);
    stage = Stage.BAR;
  }

  private void place(int at) {
    position = at;
    notesHere = false;
    chordHere = false;
    tempoHere = false;
    doublings = 0;
    leaveInstrument();
  }

  private void leaveInstrument() {
    playedHere = false;
    pitchHere = 0;
  }

  private void setTempo(int whole) {
    tempo = (double) whole * (1 << doublings);
    tempoHere = true;
    stage = Stage.TEMPO;
  }

  private void setChord(ChordSymbol newChord, Stage newStage) {
    chord = newChord;
    chordHere = true;
    stage = newStage;
  }

  private void setInstrument(int newProgram, int newPart) {
    program = newProgram;
    part = newPart;
    leaveInstrument();
  }

  boolean ended() {
    return stage == Stage.ENDED;
  }

  Stage stage() {
    return stage;
  }

  BarLine bar() {
    return bar;
  }

  /** Number of bars that have begun. */
  int bars() {
    return bars;
  }

  /** Number of steps from the bar line. */
  int position() {
    return position;
  }

  /** Number of steps from the start. */
  int step() {
    return bar.start() + position;
  }

  /** Tempo in quarter notes a minute. */
  double tempo() {
    return tempo;
  }

  /** The chord of the last symbol; major while its quality is open. */
  ChordSymbol chord() {
    return chord;
  }

  /** The program that plays, or {@link #UNKNOWN}. */
  int program() {
    return program;
  }

  int part() {
    return part;
  }

  /** The program and part that play, in one number. */
  int instrument() {
    return PartNote.instrument(program, part);
  }

  /** Velocity of the instrument, or {@link #UNKNOWN}. */
  int velocity() {
    return program == UNKNOWN ? UNKNOWN : velocities[instrument()];
  }

  /** Whether a note of the instrument was written at this position. */
  boolean playedHere() {
    return playedHere;
  }

  int pitchHere() {
    return pitchHere;
  }

  /** The note that was written last. */
  PartNote note() {
    return new PartNote(step(), duration, pitch, velocity(), program, part);
  }
}
