package ductus.music.encoding.voices;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.MelodyNote;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Settings for four voices as a header, a plan of the phrases, and the voices phrase by phrase,
 * each as pitches and durations. A setting comes back exactly. Nothing is written of a phrase that
 * the plan says returns, and of one whose tune returns the soprano is not.
 */
public final class VoicesEncoding implements Encoding<VoiceSetting> {
  /** Name of this encoding in model files. */
  public static final String NAME = "chorale";

  /** Number of tokens of the header: start, metre, key, bars, place. */
  static final int HEADER = 5;

  private static final int MOST_FEATURES = 128;
  private static final EncodingShape SHAPE = shape(new VoicesCursor());

  /** Measures a row of the voices, whose features are the most. */
  private static EncodingShape shape(VoicesCursor cursor) {
    for (Kind kind : List.of(Kind.START, Kind.METRE, Kind.KEY, Kind.BARS, Kind.PLACE, Kind.NEW)) {
      cursor.accept(VoicesVocabulary.token(kind));
    }
    cursor.accept(VoicesVocabulary.token(Kind.QUARTER, 2));
    cursor.accept(VoicesVocabulary.token(Kind.CADENCE));
    cursor.accept(VoicesVocabulary.token(Kind.DEGREE));
    cursor.accept(VoicesVocabulary.token(Kind.PLANNED));
    cursor.features(new int[MOST_FEATURES]);
    return new EncodingShape(
        NAME, 1, VoicesVocabulary.SIZE, cursor.features().tableRows(), cursor.features().count());
  }

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return VoicesVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new VoicesCursor();
  }

  @Override
  public int[] tokens(VoiceSetting setting) {
    return new SettingTokens(setting).write();
  }

  /** Grid steps of all voices together that are written, and not an earlier phrase's. */
  public static long writtenSteps(VoiceSetting setting) {
    long steps = 0;
    for (PlannedPhrase phrase : PhrasePlan.of(setting)) {
      for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
        steps += phrase.writes(voice) ? phrase.sung().length() : 0;
      }
    }
    return steps;
  }

  @Override
  public VoiceSetting decode(Sequence sequence) {
    VoicesGrammar grammar = VoicesGrammar.of(sequence.tokens(), sequence.length());
    List<SungPhrase> phrases = grammar.plan().stream().map(PlannedPhrase::sung).toList();
    List<List<MelodyNote>> voices =
        IntStream.range(0, VoiceSetting.VOICES).mapToObj(grammar.sheet()::notes).toList();
    return new VoiceSetting(
        grammar.key(),
        phrases.isEmpty() ? List.of(new SungPhrase(0, 1, grammar.metre(), 0, true)) : phrases,
        voices,
        0);
  }

  /** Whether a phrase, or its tune, comes back. */
  public static boolean returns(VoiceSetting setting) {
    return PhrasePlan.of(setting).stream().anyMatch(phrase -> phrase.source() >= 0);
  }

  /** How many tokens say header and plan; all, where the plan has no end. */
  public static int planned(int[] tokens) {
    int last = VoicesVocabulary.token(VoicesVocabulary.Kind.PLANNED);
    for (int t = 0; t < tokens.length; t++) {
      if (tokens[t] == last) {
        return t + 1;
      }
    }
    return tokens.length;
  }
}
