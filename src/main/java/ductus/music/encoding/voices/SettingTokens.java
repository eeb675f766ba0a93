package ductus.music.encoding.voices;

import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.TimeSignature;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.PlannedPhrase.Relation;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The tokens of the header. */
  int[] header() {
    SungPhrase first = setting.phrases().get(0);
    return new int[] {
      VoicesVocabulary.token(Kind.START),
      metre(first.metre()),
      VoicesVocabulary.token(setting.key()),
      VoicesVocabulary.token(Kind.BARS, Math.min(bars(), VoicesVocabulary.MOST_BARS + 1) - 1),
      VoicesVocabulary.token(Kind.PLACE, first.place())
    };
  }

  int[] write() {
    Arrays.stream(header()).forEach(tokens::add);
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

  private static int metre(TimeSignature metre) {
    int index = Metres.indexOf(metre);
    if (index < 0) {
      throw new IllegalArgumentException(
          "metre must be one of " + Metres.ALL + " but was " + metre);
    }
    return VoicesVocabulary.token(Kind.METRE, index);
  }

  /**
   * The tokens that a phrase begins with before its relation: its metre, its place and the lack of
   * a fermata, where these are said.
   */
  static List<Integer> prefix(List<PlannedPhrase> plan, int number) {
    List<Integer> prefix = new ArrayList<>();
    SungPhrase sung = plan.get(number).sung();
    if (number > 0) {
      SungPhrase before = plan.get(number - 1).sung();
      boolean changes = !before.metre().sameMetre(sung.metre());
      if (changes) {
        prefix.add(metre(sung.metre()));
      }
      if (sung.place() != (changes ? 0 : before.placeOf(before.end()))) {
        prefix.add(VoicesVocabulary.token(Kind.PLACE, sung.place()));
      }
    }
    if (!sung.fermata()) {
      prefix.add(VoicesVocabulary.token(Kind.NO_FERMATA));
    }
    return prefix;
  }

  /** How much of a phrase's prefix is said with one of its tokens, 1 to 3. */
  static int level(int prefix) {
    return switch (VoicesVocabulary.kind(prefix)) {
      case METRE -> 1;
      case PLACE -> 2;
      default -> 3;
    };
  }

  private void addPhrase(int number) {
    PlannedPhrase phrase = plan.get(number);
    prefix(plan, number).forEach(tokens::add);
    int back = number - phrase.source() - 1;
    switch (phrase.relation()) {
      case NEW -> {
        add(Kind.NEW, 0);
        Arrays.stream(length(phrase.sung().length())).forEach(tokens::add);
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

  /** The tokens of a phrase's length. */
  static int[] length(int steps) {
    int fraction = steps % VoiceSetting.STEPS_PER_QUARTER;
    int quarters = steps / VoiceSetting.STEPS_PER_QUARTER;
    if (quarters >= Kind.QUARTER.size()) {
      throw new IllegalArgumentException(
          "a phrase must be shorter than %d quarter notes but had %d"
              .formatted(Kind.QUARTER.size(), quarters));
    }
    int whole = VoicesVocabulary.token(Kind.QUARTER, quarters);
    return fraction == 0
        ? new int[] {whole}
        : new int[] {VoicesVocabulary.token(Kind.FRACTION, fraction - 1), whole};
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
        duration(to - written[voice]).forEach(tokens::add);
        written[voice] = to;
      } else {
        tokens.add(pitch(note.pitch()));
        duration(note.length()).forEach(tokens::add);
        written[voice] = note.end();
        next[voice]++;
      }
    }
  }

  /**
   * The token of a pitch.
   *
   * @throws IllegalArgumentException if it has none
   */
  static int pitch(int pitch) {
    if (pitch < VoicesVocabulary.LOWEST_PITCH || pitch > VoicesVocabulary.HIGHEST_PITCH) {
      throw new IllegalArgumentException(
          "pitches must be %d to %d but one was %d"
              .formatted(VoicesVocabulary.LOWEST_PITCH, VoicesVocabulary.HIGHEST_PITCH, pitch));
    }
    return VoicesVocabulary.token(Kind.PITCH, pitch - VoicesVocabulary.LOWEST_PITCH);
  }

  /** The tokens of a duration. */
  static List<Integer> duration(int steps) {
    List<Integer> duration = new ArrayList<>();
    int left = steps;
    for (; left > VoicesVocabulary.DURATIONS; left -= VoicesVocabulary.DURATIONS) {
      duration.add(VoicesVocabulary.token(Kind.LONG));
    }
    duration.add(VoicesVocabulary.token(Kind.DURATION, left - 1));
    return duration;
  }

  private void add(Kind kind, int index) {
    tokens.add(VoicesVocabulary.token(kind, index));
  }
}
