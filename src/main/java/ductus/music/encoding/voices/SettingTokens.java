package ductus.music.encoding.voices;

import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.TimeSignature;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.PlannedPhrase.Relation;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.List;
import java.util.stream.IntStream;

/** Writes one setting as tokens. */
final class SettingTokens {
  private static final double ROUNDING = 1e-9;

  private final VoiceSetting setting;
  private final List<PlannedPhrase> plan;
  private final IntStream.Builder tokens = IntStream.builder();
  private final int[] written = new int[VoiceSetting.VOICES];
  private final int[] next = new int[VoiceSetting.VOICES];

  SettingTokens(VoiceSetting setting) {
    if (setting.phrases().size() > VoicesVocabulary.MOST_PHRASES) {
      throw new IllegalArgumentException(
          "phrases must be %d at most but were %d"
              .formatted(VoicesVocabulary.MOST_PHRASES, setting.phrases().size()));
    }
    this.setting = setting;
    plan = PhrasePlan.of(setting);
  }

  int[] write() {
    SungPhrase first = setting.phrases().get(0);
    add(Kind.START, 0);
    addMetre(first.metre());
    tokens.add(VoicesVocabulary.token(setting.key()));
    add(Kind.BARS, Math.min(bars(), VoicesVocabulary.MOST_BARS + 1) - 1);
    add(Kind.PLACE, first.place());
    for (int p = 0; p < plan.size(); p++) {
      addPhrase(p);
    }
    add(Kind.PLANNED, 0);
    for (PlannedPhrase phrase : plan) {
      for (int turn = 0; turn < VoiceSetting.VOICES; turn++) {
        addVoice(phrase, VoicesGrammar.voiceOfTurn(turn));
      }
    }
    add(Kind.END, 0);
    return tokens.build().toArray();
  }

  /** Bars, each phrase in its own metre. */
  private int bars() {
    SungPhrase first = setting.phrases().get(0);
    double bars = (double) first.place() / first.stepsPerBar();
    for (SungPhrase phrase : setting.phrases()) {
      bars += (double) phrase.length() / phrase.stepsPerBar();
    }
    return (int) Math.ceil(bars - ROUNDING);
  }

  private void addMetre(TimeSignature metre) {
    int index = Metres.indexOf(metre);
    if (index < 0) {
      throw new IllegalArgumentException(
          "metre must be one of " + Metres.ALL + " but was " + metre);
    }
    add(Kind.METRE, index);
  }

  private void addPhrase(int number) {
    PlannedPhrase phrase = plan.get(number);
    SungPhrase sung = phrase.sung();
    if (number > 0) {
      SungPhrase before = plan.get(number - 1).sung();
      boolean changes = !before.metre().sameMetre(sung.metre());
      if (changes) {
        addMetre(sung.metre());
      }
      if (sung.place() != (changes ? 0 : before.placeOf(before.end()))) {
        add(Kind.PLACE, sung.place());
      }
    }
    if (!sung.fermata()) {
      add(Kind.NO_FERMATA, 0);
    }
    int back = number - phrase.source() - 1;
    switch (phrase.relation()) {
      case NEW -> {
        add(Kind.NEW, 0);
        addLength(sung.length());
      }
      case TUNE -> add(Kind.TUNE, back);
      case RETURN -> add(Kind.RETURN, back);
    }
    if (phrase.relation() != Relation.RETURN) {
      add(Kind.CADENCE, phrase.cadence().index());
    }
    if (phrase.relation() == Relation.NEW) {
      add(Kind.DEGREE, phrase.degree());
    }
  }

  private void addLength(int steps) {
    int fraction = steps % VoiceSetting.STEPS_PER_QUARTER;
    int quarters = steps / VoiceSetting.STEPS_PER_QUARTER;
    if (quarters >= Kind.QUARTER.size()) {
      throw new IllegalArgumentException(
          "a phrase must be shorter than %d quarter notes but had %d"
              .formatted(Kind.QUARTER.size(), quarters));
    }
    if (fraction > 0) {
      add(Kind.FRACTION, fraction - 1);
    }
    add(Kind.QUARTER, quarters);
  }

  private void addVoice(PlannedPhrase phrase, int voice) {
    List<MelodyNote> line = setting.voices().get(voice);
    int end = phrase.sung().end();
    if (!phrase.writes(voice)) {
      while (next[voice] < line.size() && line.get(next[voice]).onset() < end) {
        next[voice]++;
      }
      written[voice] = end;
      return;
    }
    while (written[voice] < end) {
      MelodyNote note = next[voice] < line.size() ? line.get(next[voice]) : null;
      if (note == null || note.onset() > written[voice]) {
        int to = note == null ? end : Math.min(end, note.onset());
        add(Kind.REST, 0);
        addDuration(to - written[voice]);
        written[voice] = to;
      } else {
        addPitch(note.pitch());
        addDuration(note.length());
        written[voice] = note.end();
        next[voice]++;
      }
    }
  }

  private void addPitch(int pitch) {
    if (pitch < VoicesVocabulary.LOWEST_PITCH || pitch > VoicesVocabulary.HIGHEST_PITCH) {
      throw new IllegalArgumentException(
          "pitches must be %d to %d but one was %d"
              .formatted(VoicesVocabulary.LOWEST_PITCH, VoicesVocabulary.HIGHEST_PITCH, pitch));
    }
    add(Kind.PITCH, pitch - VoicesVocabulary.LOWEST_PITCH);
  }

  private void addDuration(int steps) {
    int left = steps;
    for (; left > VoicesVocabulary.DURATIONS; left -= VoicesVocabulary.DURATIONS) {
      add(Kind.LONG, 0);
    }
    add(Kind.DURATION, left - 1);
  }

  private void add(Kind kind, int index) {
    tokens.add(VoicesVocabulary.token(kind, index));
  }
}
