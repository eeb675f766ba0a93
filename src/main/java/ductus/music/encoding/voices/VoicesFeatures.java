package ductus.music.encoding.voices;

import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.choir.Cadence;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.FeatureRow;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import java.util.Arrays;
import java.util.List;

/**
 * The side features of {@link VoicesEncoding}: what is known before a token is drawn. Most of those
 * of the voices stand in the table once for each voice, since they mean something else to each.
 */
final class VoicesFeatures {
  private static final List<Slot> SLOTS = List.of(Slot.values());
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final List<PlannedPhrase.Relation> RELATIONS =
      List.of(PlannedPhrase.Relation.values());
  private static final int NONE = Sequence.NONE;
  private static final int VOICES = VoiceSetting.VOICES;
  private static final int OCTAVE = 12;

  /** Values of a pitch: those of the vocabulary, and a rest. */
  private static final int PITCHES =
      VoicesVocabulary.HIGHEST_PITCH - VoicesVocabulary.LOWEST_PITCH + 2;

  private static final int PLACES = 96;
  private static final int PITCH_CLASS_SETS = 1 << OCTAVE;
  private static final int INTERVALS = 2 * OCTAVE + 1;
  private static final int DISTANCES = 51;
  private static final int DURATIONS = 17;
  private static final int NEAR = 64;
  private static final int HALF_BEATS = 13;
  private static final int LATEST = 16;
  private static final int DEGREES = OCTAVE + 1;

  private final VoicesGrammar grammar;
  private final VoiceSheet sheet;
  private final VoiceLine line;
  private final FeatureRow row = new FeatureRow();

  /** Of all keys with the same signature the major one's keynote. */
  private int home;

  VoicesFeatures(VoicesGrammar grammar) {
    this.grammar = grammar;
    sheet = grammar.sheet();
    line = new VoiceLine(sheet);
  }

  /** Number of features of a row of the voices, F; others have the first of them only. */
  int count() {
    return row.count();
  }

  /** Number of rows of the table for the features, once a row of the voices was written. */
  int tableRows() {
    return row.tableRows();
  }

  /** Writes a row of features. */
  void write(int[] into) {
    Arrays.fill(into, NONE);
    row.begin(into);
    Slot slot = grammar.slot();
    boolean inVoices = isBody();
    Key key = grammar.key();
    home = Math.floorMod(7 * key.fifths(), OCTAVE);
    boolean hasKey = slot.compareTo(Slot.KEY) > 0;
    row.put(SLOTS.size() * VOICES, SLOTS.indexOf(slot) * VOICES + (inVoices ? grammar.voice() : 0));
    row.put(Metres.ALL.size(), slot.compareTo(Slot.METRE) > 0 ? metre() : NONE);
    row.put(
        OCTAVE * MODES.size(), hasKey ? MODES.indexOf(key.mode()) * OCTAVE + key.tonic() : NONE);
    planning(slot);
    if (inVoices) {
      voices();
    }
  }

  private int metre() {
    return Metres.indexOf(isBody() ? grammar.now().sung().metre() : grammar.metre());
  }

  private boolean isBody() {
    return grammar.slot() == Slot.NOTE || grammar.slot() == Slot.DURATION;
  }

  /** Writes what is planned so far, while the plan is made. */
  private void planning(Slot slot) {
    boolean planning = slot.compareTo(Slot.PHRASE) >= 0 && slot.compareTo(Slot.DEGREE) <= 0;
    List<PlannedPhrase> plan = grammar.plan();
    int size = plan.size();
    int room = planning ? grammar.room() : 0;
    row.put(LATEST, planning ? Math.min(LATEST - 1, size) : NONE);
    row.put(NEAR, planning ? Math.min(NEAR - 1, room / VoiceSetting.STEPS_PER_QUARTER) : NONE);
    row.put(4 * 4, planning ? grammar.draftSaid() * 4 + grammar.draftFraction() : NONE);
    row.put(NEAR, planning ? quarters(grammar.draftLength()) : NONE);
    row.put(Cadence.COUNT, slot == Slot.DEGREE ? grammar.draftCadence() : NONE);
    int source = planning ? grammar.draftSource() : -1;
    row.put(Cadence.COUNT, source < 0 ? NONE : plan.get(source).cadence().index());
    for (int back = 1; back <= 4; back++) {
      PlannedPhrase earlier = planning && size >= back ? plan.get(size - back) : null;
      row.put(NEAR, earlier == null ? NONE : quarters(earlier.sung().length()));
      row.put(Cadence.COUNT, earlier == null ? NONE : earlier.cadence().index());
      row.put(DEGREES, earlier == null ? NONE : earlier.degree());
      row.put(RELATIONS.size(), earlier == null ? NONE : RELATIONS.indexOf(earlier.relation()));
    }
    // What followed upon the phrase that the last one has something of.
    int next = planning && size > 0 ? plan.get(size - 1).source() + 1 : 0;
    row.put(LATEST, next > 0 && next < size ? Math.min(LATEST - 1, size - next - 1) : NONE);
    row.put(NEAR, next > 0 && next < size ? quarters(plan.get(next).sung().length()) : NONE);
  }

  private static int quarters(int steps) {
    return Math.min(NEAR - 1, steps / VoiceSetting.STEPS_PER_QUARTER);
  }

  /** Writes what is told of voices alone, which is the end of a row. */
  private void voices() {
    int voice = grammar.voice();
    int step = sheet.written(voice);
    line.recall(voice);
    time(voice, step);
    own(voice, step);
    for (int turn = 0; turn < VOICES; turn++) {
      int other = VoicesGrammar.voiceOfTurn(turn);
      if (other != voice) {
        other(voice, other, step);
      }
    }
    harmony(voice, step);
    rhythm(voice, step);
    lookback(voice, step);
  }

  /** Writes a feature of which each voice has rows of its own. */
  private void each(int voice, int size, int value) {
    row.put(VOICES * size, value == NONE ? NONE : voice * size + value);
  }

  /** Writes where the note stands, and what the phrase is to come to. */
  private void time(int voice, int step) {
    PlannedPhrase now = grammar.now();
    SungPhrase sung = now.sung();
    int place = sung.placeOf(step);
    int left = sung.end() - step;
    int halfBeats = Math.min(HALF_BEATS - 1, (left - 1) / 2);
    each(voice, PLACES, place);
    row.put(Metres.ALL.size() * PLACES, Metres.indexOf(sung.metre()) * PLACES + place);
    each(voice, VoiceSetting.STEPS_PER_QUARTER, place % VoiceSetting.STEPS_PER_QUARTER);
    each(voice, NEAR, Math.min(NEAR - 1, left));
    each(voice, NEAR, Math.min(NEAR - 1, step - sung.start()));
    row.put(LATEST, Math.min(LATEST - 1, grammar.phrase()));
    row.put(LATEST, Math.min(LATEST - 1, grammar.plan().size() - 1 - grammar.phrase()));
    int cadence = fromHome(now.cadence());
    each(voice, Cadence.COUNT, cadence);
    each(voice, Cadence.COUNT * HALF_BEATS, cadence * HALF_BEATS + halfBeats);
    int degree = now.degree() == OCTAVE ? OCTAVE : degreeFromHome(now.degree());
    each(voice, DEGREES * HALF_BEATS, degree * HALF_BEATS + halfBeats);
    row.put(
        Cadence.COUNT,
        grammar.phrase() == 0
            ? NONE
            : fromHome(grammar.plan().get(grammar.phrase() - 1).cadence()));
    row.put(2 * RELATIONS.size(), RELATIONS.indexOf(now.relation()) * 2 + (sung.fermata() ? 1 : 0));
  }

  private int fromHome(Cadence cadence) {
    return new Cadence(degreeFromHome(cadence.root()), cadence.third(), cadence.led()).index();
  }

  private int degreeFromHome(int degree) {
    return Math.floorMod(degree + grammar.key().tonic() - home, OCTAVE);
  }

  /** Writes the voice's own line, and the pitch whose duration is wanted. */
  private void own(int voice, int step) {
    int last = line.pitch(0);
    int second = line.pitch(1);
    int third = line.pitch(2);
    boolean wantsDuration = grammar.slot() == Slot.DURATION;
    int drawn = wantsDuration ? grammar.pitch() : VoiceSheet.UNKNOWN;
    each(voice, PITCHES, pitch(last));
    each(
        voice,
        INTERVALS * INTERVALS,
        isPitch(second)
            ? interval(last, second) * INTERVALS
                + (isPitch(third) ? interval(second, third) : OCTAVE)
            : NONE);
    each(voice, OCTAVE * OCTAVE, isPitch(second) ? degree(second) * OCTAVE + degree(last) : NONE);
    each(
        voice,
        DURATIONS * DURATIONS,
        line.duration(0) == 0
            ? NONE
            : Math.min(DURATIONS - 1, line.duration(0)) * DURATIONS
                + Math.min(DURATIONS - 1, line.duration(1)));
    row.put(
        DURATIONS * 16,
        line.duration(0) == 0
            ? NONE
            : Math.min(DURATIONS - 1, line.duration(0)) * 16
                + grammar.now().sung().placeOf(step) % 16);
    row.put(2, sheet.pitch(voice, step - 1) == VoiceSheet.REST ? 1 : 0);
    each(voice, PITCHES, pitch(drawn));
    each(
        voice,
        INTERVALS * 4,
        isPitch(drawn) && isPitch(last)
            ? interval(drawn, last) * 4 + grammar.now().sung().placeOf(step) % 4
            : NONE);
    row.put(8, wantsDuration ? Math.min(7, grammar.longs()) : NONE);
  }

  /** Writes what another voice sings at the step, as far as it is written. */
  private void other(int voice, int other, int step) {
    int last = line.pitch(0);
    int now = sheet.pitch(other, step);
    int before = sheet.pitch(other, step - 1);
    boolean known = now != VoiceSheet.UNKNOWN;
    boolean struck = sheet.begins(other, step);
    int until = known ? sheet.untilNext(other, step) : 0;
    int next = known ? sheet.pitch(other, step + until) : VoiceSheet.UNKNOWN;
    each(voice, PITCHES, pitch(now));
    each(
        voice,
        2 * DISTANCES,
        isPitch(now) && isPitch(last)
            ? (struck ? DISTANCES : 0) + clip(now - last, DISTANCES / 2)
            : NONE);
    each(voice, 2 * DURATIONS, known ? (struck ? DURATIONS : 0) + until : NONE);
    boolean moves = isPitch(now) && isPitch(before) && isPitch(last) && now != before;
    int kept = moves ? Math.floorMod(last - before, OCTAVE) : 0;
    each(voice, OCTAVE * INTERVALS, moves ? kept * INTERVALS + interval(now, before) : NONE);
    // A fifth or an octave that must not be kept.
    each(
        voice,
        2 * PITCHES,
        moves && (kept == 0 || kept == 7 || kept == 5)
            ? (kept == 0 ? 0 : PITCHES) + pitch(now)
            : NONE);
    each(voice, PITCHES, pitch(next));
    each(voice, PITCHES, pitch(sheet.pitch(other, step + VoiceSetting.STEPS_PER_QUARTER)));
    int drawn = grammar.slot() == Slot.DURATION ? grammar.pitch() : VoiceSheet.UNKNOWN;
    each(
        voice,
        2 * OCTAVE,
        isPitch(drawn) && isPitch(now)
            ? Math.floorMod(drawn - now, OCTAVE) * 2 + (struck ? 1 : 0)
            : NONE);
    each(
        voice,
        OCTAVE * DURATIONS,
        isPitch(drawn) && isPitch(next)
            ? Math.floorMod(drawn - next, OCTAVE) * DURATIONS + until
            : NONE);
  }

  /** Writes the chords that sound as far as they are written. */
  private void harmony(int voice, int step) {
    int place = grammar.now().sung().placeOf(step);
    int beat = VoiceSetting.STEPS_PER_QUARTER - place % VoiceSetting.STEPS_PER_QUARTER;
    int now = sounding(step);
    int drawn = grammar.slot() == Slot.DURATION ? grammar.pitch() : VoiceSheet.UNKNOWN;
    each(voice, PITCH_CLASS_SETS, now);
    row.put(PITCH_CLASS_SETS, isPitch(drawn) ? now | 1 << degree(drawn) : NONE);
    row.put(PITCH_CLASS_SETS, sounding(step - 1));
    row.put(PITCH_CLASS_SETS, sounding(step + beat));
    int bass = sheet.pitch(3, step);
    int soprano = sheet.pitch(0, step);
    each(voice, DEGREES * DEGREES, degreeOrNone(bass) * DEGREES + degreeOrNone(soprano));
    each(
        voice,
        DEGREES * DEGREES,
        degreeOrNone(bass) * DEGREES + degreeOrNone(sheet.pitch(3, step + beat)));
    each(
        voice,
        DEGREES * DEGREES,
        degreeOrNone(soprano) * DEGREES + degreeOrNone(sheet.pitch(0, step + beat)));
    each(
        voice,
        DEGREES * DEGREES,
        degreeOrNone(sheet.pitch(3, step - 1)) * DEGREES + degreeOrNone(sheet.pitch(0, step - 1)));
  }

  /** Pitch classes that sound at a step, from the home keynote up, a bit for each. */
  private int sounding(int step) {
    int set = 0;
    for (int voice = 0; voice < VOICES; voice++) {
      int pitch = sheet.pitch(voice, step);
      set |= isPitch(pitch) ? 1 << degree(pitch) : 0;
    }
    return set;
  }

  /** Writes when the other voices strike in the next quarter, and when this one did of late. */
  private void rhythm(int voice, int step) {
    int coming = 0;
    for (int other = 0; other < VOICES; other++) {
      for (int steps = 1; other != voice && steps <= VoiceSetting.STEPS_PER_QUARTER; steps++) {
        coming = 2 * coming + (sheet.begins(other, step + steps) ? 1 : 0);
      }
    }
    each(voice, 1 << (3 * VoiceSetting.STEPS_PER_QUARTER), coming);
    int past = 0;
    for (int steps = 1; steps <= 8; steps++) {
      past = 2 * past + (sheet.begins(voice, step - steps) ? 1 : 0);
    }
    each(voice, 256, past);
  }

  /** Writes what the voice did at the same place bars and phrases ago. */
  private void lookback(int voice, int step) {
    SungPhrase sung = grammar.now().sung();
    for (int bars = 1; bars <= 2; bars++) {
      each(voice, 2 * PITCHES, there(voice, step - bars * sung.stepsPerBar()));
    }
    int within = step - sung.start();
    for (int back = 1; back <= 2; back++) {
      int number = grammar.phrase() - back;
      SungPhrase other = number < 0 ? sung : grammar.plan().get(number).sung();
      each(
          voice,
          2 * PITCHES,
          number < 0 || within >= other.length() ? NONE : there(voice, other.start() + within));
    }
    int source = grammar.now().source();
    each(
        voice,
        2 * PITCHES,
        source < 0 ? NONE : there(voice, grammar.plan().get(source).sung().start() + within));
  }

  private int there(int voice, int step) {
    int pitch = sheet.pitch(voice, step);
    return pitch == VoiceSheet.UNKNOWN
        ? NONE
        : (sheet.begins(voice, step) ? PITCHES : 0) + pitch(pitch);
  }

  private static boolean isPitch(int pitch) {
    return pitch >= 0;
  }

  private static int pitch(int pitch) {
    return pitch == VoiceSheet.UNKNOWN
        ? NONE
        : pitch == VoiceSheet.REST ? PITCHES - 1 : pitch - VoicesVocabulary.LOWEST_PITCH;
  }

  private int degree(int pitch) {
    return Math.floorMod(pitch - home, OCTAVE);
  }

  private int degreeOrNone(int pitch) {
    return isPitch(pitch) ? degree(pitch) : OCTAVE;
  }

  private static int interval(int to, int from) {
    return clip(to - from, OCTAVE);
  }

  private static int clip(int value, int most) {
    return Math.max(-most, Math.min(most, value)) + most;
  }
}
