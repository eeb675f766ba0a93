package ductus.music.encoding.voices;

import ductus.music.Key;
import ductus.music.Metres;
import ductus.music.TimeSignature;
import ductus.music.choir.Cadence;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.PlannedPhrase.Relation;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of {@link VoicesEncoding}, and what the tokens so far say: header, plan, voices.
 *
 * <p>Header: start, metre, key, bars, place. Plan: phrases, each with a metre, a place and the lack
 * of a fermata where these are said, its relation, and what that leaves open of length, cadence and
 * degree. Then, phrase by phrase, the voices that are written, each as notes and rests with their
 * durations up to the phrase's end. Notes may sound on into a new phrase.
 */
final class VoicesGrammar {
  /** What comes next. */
  enum Slot {
    START,
    METRE,
    KEY,
    BARS,
    PLACE,
    PHRASE,
    LENGTH,
    CADENCE,
    DEGREE,
    NOTE,
    DURATION,
    END,
    ENDED
  }

  /** Voices in the order in which a phrase is written: soprano, bass, tenor, alto. */
  private static final int[] ORDER = {0, 3, 2, 1};

  private static final double ROUNDING = 1e-9;

  private Slot slot = Slot.START;
  private TimeSignature metre = Metres.ALL.get(0);
  private Key key = VoicesVocabulary.key(0);
  private int bars;

  private final List<PlannedPhrase> plan = new ArrayList<>();
  private final PhraseDraft draft = new PhraseDraft();

  private final VoiceSheet sheet = new VoiceSheet();

  /** Step up to which a note of each phrase may sound. */
  private int[] limits = new int[0];

  private int phrase;
  private int order;
  private int pitch;
  private int longs;
  private boolean rested;

  /** What is said so far of the next phrase. */
  private static final class PhraseDraft {
    private int said;
    private @Nullable TimeSignature metre;
    private int place = -1;
    private boolean fermata = true;
    private Relation relation = Relation.NEW;
    private int source = -1;
    private int fraction;
    private int length;
    private int cadence;

    private void clear() {
      said = 0;
      metre = null;
      place = -1;
      fermata = true;
      relation = Relation.NEW;
      source = -1;
      fraction = 0;
      length = 0;
    }
  }

  /** The grammar behind tokens that are being drawn. */
  static VoicesGrammar of(int[] tokens, int length) {
    VoicesGrammar grammar = new VoicesGrammar();
    for (int t = 0; t < length; t++) {
      if (grammar.allows(tokens[t])) {
        grammar.accept(tokens[t]);
      }
    }
    return grammar;
  }

  /** The grammar behind the plan of tokens that are being drawn, or behind what there is of it. */
  static VoicesGrammar ofPlan(int[] tokens, int length) {
    int planned = VoicesVocabulary.token(Kind.PLANNED);
    for (int t = 0; t < length; t++) {
      if (tokens[t] == planned) {
        return of(tokens, t + 1);
      }
    }
    return of(tokens, length);
  }

  /** Whether a token comes next. */
  boolean allows(int token) {
    if (token < 0 || token >= VoicesVocabulary.SIZE) {
      return false;
    }
    Kind kind = VoicesVocabulary.kind(token);
    int index = VoicesVocabulary.index(token);
    return switch (slot) {
      case START -> kind == Kind.START;
      case METRE -> kind == Kind.METRE && fits(Metres.ALL.get(index));
      case KEY -> kind == Kind.KEY;
      case BARS -> kind == Kind.BARS;
      case PLACE -> kind == Kind.PLACE && index < stepsPerBar(metre);
      case PHRASE -> allowsPhrase(kind, index);
      case LENGTH -> allowsLength(kind, index);
      case CADENCE -> kind == Kind.CADENCE;
      case DEGREE -> kind == Kind.DEGREE;
      case NOTE -> kind == Kind.PITCH || (kind == Kind.REST && !rested);
      case DURATION ->
          kind == Kind.LONG
              ? sounded() + VoicesVocabulary.DURATIONS < limit()
              : kind == Kind.DURATION && sounded() + index + 1 <= limit();
      case END -> kind == Kind.END;
      case ENDED -> false;
    };
  }

  private static boolean fits(TimeSignature metre) {
    return metre.fits(VoiceSetting.STEPS_PER_QUARTER);
  }

  static int stepsPerBar(TimeSignature metre) {
    return metre.stepsPerBar(VoiceSetting.STEPS_PER_QUARTER);
  }

  private boolean allowsPhrase(Kind kind, int index) {
    boolean first = plan.isEmpty();
    boolean full = plan.size() == VoicesVocabulary.MOST_PHRASES || room() < 1;
    return switch (kind) {
      case PLANNED ->
          draft.said == 0
              && !first
              && (full || bars > VoicesVocabulary.MOST_BARS || Math.ceil(barsDone()) == bars);
      case METRE ->
          !full
              && !first
              && draft.said < 1
              && fits(Metres.ALL.get(index))
              && !last().sung().metre().sameMetre(Metres.ALL.get(index))
              && room(Metres.ALL.get(index)) >= 1;
      case PLACE -> !full && !first && draft.said < 2 && index < stepsPerBar(draftMetre());
      case NO_FERMATA -> !full && draft.said < 3;
      case NEW -> !full;
      case TUNE, RETURN ->
          index < plan.size()
              && !full
              && source(index).sung().length() <= room()
              && source(index).sung().fermata() == draft.fermata;
      default -> false;
    };
  }

  private PlannedPhrase source(int index) {
    return plan.get(plan.size() - 1 - index);
  }

  private PlannedPhrase last() {
    return plan.get(plan.size() - 1);
  }

  private boolean allowsLength(Kind kind, int index) {
    int before = draft.fraction;
    return switch (kind) {
      case FRACTION -> before == 0 && index + 1 <= room();
      case QUARTER ->
          index * VoiceSetting.STEPS_PER_QUARTER + before >= 1
              && index * VoiceSetting.STEPS_PER_QUARTER + before <= room();
      default -> false;
    };
  }

  /** Bars of the phrases that are planned, with the rest before the first. */
  private double barsDone() {
    double done = 0;
    for (PlannedPhrase each : plan) {
      done += (double) each.sung().length() / each.sung().stepsPerBar();
    }
    return plan.isEmpty()
        ? (double) draft.place / stepsPerBar(metre)
        : done + (double) plan.get(0).sung().place() / plan.get(0).sung().stepsPerBar() - ROUNDING;
  }

  /** Steps that the next phrase may have in the bars that are left. */
  int room() {
    return room(draftMetre());
  }

  /** Steps that the next phrase may have if it is in a metre. */
  int room(TimeSignature of) {
    return bars > VoicesVocabulary.MOST_BARS
        ? Integer.MAX_VALUE
        : (int) Math.floor((bars - barsDone()) * stepsPerBar(of) + ROUNDING);
  }

  private TimeSignature draftMetre() {
    return draft.metre != null ? draft.metre : plan.isEmpty() ? metre : last().sung().metre();
  }

  /** Moves past a token that is allowed. */
  void accept(int token) {
    int index = VoicesVocabulary.index(token);
    switch (slot) {
      case START -> slot = Slot.METRE;
      case METRE -> {
        metre = Metres.ALL.get(index);
        slot = Slot.KEY;
      }
      case KEY -> {
        key = VoicesVocabulary.key(index);
        slot = Slot.BARS;
      }
      case BARS -> {
        bars = index + 1;
        slot = Slot.PLACE;
      }
      case PLACE -> {
        draft.place = index;
        slot = Slot.PHRASE;
      }
      case PHRASE -> acceptPhrase(VoicesVocabulary.kind(token), index);
      case LENGTH -> acceptLength(VoicesVocabulary.kind(token), index);
      case CADENCE -> {
        draft.cadence = index;
        if (draft.relation == Relation.TUNE) {
          add(Cadence.of(index), plan.get(draft.source).degree());
        } else {
          slot = Slot.DEGREE;
        }
      }
      case DEGREE -> add(Cadence.of(draft.cadence), index);
      case NOTE -> {
        pitch =
            VoicesVocabulary.kind(token) == Kind.REST
                ? VoiceSheet.REST
                : index + VoicesVocabulary.LOWEST_PITCH;
        longs = 0;
        slot = Slot.DURATION;
      }
      case DURATION -> acceptDuration(VoicesVocabulary.kind(token), index);
      case END -> slot = Slot.ENDED;
      case ENDED -> throw new IllegalStateException("nothing is allowed after the end");
    }
  }

  private void acceptPhrase(Kind kind, int index) {
    switch (kind) {
      case PLANNED -> beginVoices();
      case METRE -> {
        draft.metre = Metres.ALL.get(index);
        draft.said = 1;
      }
      case PLACE -> {
        draft.place = index;
        draft.said = 2;
      }
      case NO_FERMATA -> {
        draft.fermata = false;
        draft.said = 3;
      }
      case NEW -> slot = Slot.LENGTH;
      case TUNE, RETURN -> {
        PlannedPhrase source = source(index);
        draft.source = plan.size() - 1 - index;
        draft.length = source.sung().length();
        if (kind == Kind.TUNE) {
          draft.relation = Relation.TUNE;
          slot = Slot.CADENCE;
        } else {
          draft.relation = Relation.RETURN;
          add(source.cadence(), source.degree());
        }
      }
      default -> throw new IllegalStateException("a phrase must not begin with " + kind);
    }
  }

  private void acceptLength(Kind kind, int index) {
    if (kind == Kind.FRACTION) {
      draft.fraction = index + 1;
    } else {
      draft.length = index * VoiceSetting.STEPS_PER_QUARTER + draft.fraction;
      slot = Slot.CADENCE;
    }
  }

  private void add(Cadence cadence, int degree) {
    TimeSignature own = draftMetre();
    int start = plan.isEmpty() ? 0 : last().sung().end();
    plan.add(
        new PlannedPhrase(
            new SungPhrase(start, draft.length, own, draftPlace(), draft.fermata),
            draft.relation,
            draft.source,
            cadence,
            degree));
    draft.clear();
    slot = Slot.PHRASE;
  }

  /** The place in its bar at which the next phrase begins. */
  int draftPlace() {
    if (draft.place >= 0 || plan.isEmpty()) {
      return Math.max(0, draft.place);
    }
    return draft.metre != null ? 0 : last().sung().placeOf(last().sung().end());
  }

  private void acceptDuration(Kind kind, int index) {
    if (kind == Kind.LONG) {
      longs++;
      return;
    }
    int voice = voice();
    sheet.write(voice, pitch, longs * VoicesVocabulary.DURATIONS + index + 1);
    rested = pitch == VoiceSheet.REST;
    advance();
  }

  private void beginVoices() {
    sheet.open(last().sung().end());
    limits = limits();
    phrase = 0;
    order = 0;
    enter();
    advance();
  }

  /** A note may sound on into phrases that are new, and which none comes back to. */
  private int[] limits() {
    int[] ends = new int[plan.size()];
    for (int p = plan.size() - 1; p >= 0; p--) {
      boolean open =
          p + 1 < plan.size()
              && plan.get(p + 1).relation() == Relation.NEW
              && !isSource(p)
              && !isSource(p + 1);
      ends[p] = open ? ends[p + 1] : plan.get(p).sung().end();
    }
    return ends;
  }

  private boolean isSource(int number) {
    return plan.stream().anyMatch(each -> each.source() == number);
  }

  private void enter() {
    PlannedPhrase now = plan.get(phrase);
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      if (!now.writes(voice)) {
        sheet.copy(voice, plan.get(now.source()).sung().start(), now.sung().length());
      }
    }
  }

  /** Goes on to the voice that is to be written next. */
  private void advance() {
    while (phrase < plan.size()) {
      for (; order < ORDER.length; order++) {
        if (sheet.written(voice()) < plan.get(phrase).sung().end()) {
          slot = Slot.NOTE;
          return;
        }
        rested = false;
      }
      order = 0;
      phrase++;
      if (phrase < plan.size()) {
        enter();
      }
    }
    slot = Slot.END;
  }

  private int sounded() {
    return sheet.written(voice()) + longs * VoicesVocabulary.DURATIONS;
  }

  private int limit() {
    return pitch == VoiceSheet.REST ? now().sung().end() : limits[phrase];
  }

  Slot slot() {
    return slot;
  }

  /** The metre of the first phrase. */
  TimeSignature metre() {
    return metre;
  }

  Key key() {
    return key;
  }

  /** Bars of the piece, one more than can be counted where there are more. */
  int bars() {
    return bars;
  }

  /** The phrases that are planned so far. */
  List<PlannedPhrase> plan() {
    return Collections.unmodifiableList(plan);
  }

  /** What the next phrase has of an earlier one, as far as that is said. */
  int draftSource() {
    return draft.source;
  }

  /** How much is said before the next phrase's relation, 0 to 3. */
  int draftSaid() {
    return draft.said;
  }

  /** Sixteenths of the next phrase's fraction of a quarter. */
  int draftFraction() {
    return draft.fraction;
  }

  /** Length of the next phrase, in steps; 0 before it is said. */
  int draftLength() {
    return draft.length;
  }

  /** Index of the next phrase's cadence, once it is said. */
  int draftCadence() {
    return draft.cadence;
  }

  VoiceSheet sheet() {
    return sheet;
  }

  /** Number of the phrase that is written. */
  int phrase() {
    return phrase;
  }

  /** The phrase that is written. */
  PlannedPhrase now() {
    return plan.get(phrase);
  }

  /** The voice that is written. */
  int voice() {
    return ORDER[order];
  }

  /** A voice by its turn. */
  static int voiceOfTurn(int turn) {
    return ORDER[turn];
  }

  /** Pitch that a duration is wanted of, or {@link VoiceSheet#REST}. */
  int pitch() {
    return pitch;
  }

  /** Number of 32 sixteenths that are said of the duration. */
  int longs() {
    return longs;
  }
}
