package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.MelodyNote;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import ductus.music.harmony.voices.VoicePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds a new piece to voices that are given, from its beginning to their end: its header, the
 * lengths of its phrases, and every note of these voices.
 */
public final class GivenVoicesConstraint implements Constraint {
  private final VoiceSetting given;
  private final List<PlannedPhrase> plan;
  private final boolean[] isGiven = new boolean[VoiceSetting.VOICES];
  private final boolean goesOn;
  private final int[] header;

  /**
   * Creates the constraint.
   *
   * @param given in the key of the tokens
   * @param voices that are given; none where the piece begins with all four and goes on
   */
  public GivenVoicesConstraint(VoiceSetting given, List<VoicePart> voices) {
    this.given = given;
    plan = PhrasePlan.of(given);
    goesOn = voices.isEmpty();
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      isGiven[voice] = goesOn || voices.contains(VoicePart.ALL.get(voice));
    }
    header = new SettingTokens(given).header();
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length < VoicesEncoding.HEADER) {
      if (!goesOn || VoicesVocabulary.kind(header[length]) != Kind.BARS) {
        Constraint.keep(allowed, header[length]);
      }
      return;
    }
    VoicesGrammar grammar = VoicesGrammar.of(tokens, length);
    switch (grammar.slot()) {
      case PHRASE -> restrictPhrase(grammar, allowed);
      case LENGTH -> restrictLength(grammar, allowed);
      case CADENCE, DEGREE -> restrictEnding(grammar, allowed);
      case NOTE, DURATION -> restrictNote(grammar, allowed);
      default -> {}
    }
  }

  private void restrictPhrase(VoicesGrammar grammar, boolean[] allowed) {
    int number = grammar.plan().size();
    int planned = VoicesVocabulary.token(Kind.PLANNED);
    if (number >= plan.size()) {
      if (!goesOn) {
        Constraint.keep(allowed, planned);
      } else {
        allowed[planned] &= number > plan.size();
        keepClosed(number, allowed);
      }
      return;
    }
    for (int prefix : SettingTokens.prefix(plan, number)) {
      if (SettingTokens.level(prefix) > grammar.draftSaid()) {
        Constraint.keep(allowed, prefix);
        return;
      }
    }
    for (int token = 0; token < allowed.length; token++) {
      if (allowed[token]) {
        Kind kind = VoicesVocabulary.kind(token);
        int source = number - 1 - VoicesVocabulary.index(token);
        allowed[token] =
            switch (kind) {
              case NEW -> true;
              case TUNE -> returns(number, source, isGiven[0] ? List.of(0) : List.of());
              case RETURN ->
                  returns(
                      number,
                      source,
                      IntStream.range(0, VoiceSetting.VOICES)
                          .filter(voice -> isGiven[voice])
                          .boxed()
                          .toList());
              default -> false;
            };
      }
    }
  }

  /** Leaves out returns to given phrases across whose ends a voice sings: that note is kept. */
  private void keepClosed(int number, boolean[] allowed) {
    for (int token = 0; token < allowed.length; token++) {
      Kind kind = VoicesVocabulary.kind(token);
      int source = number - 1 - VoicesVocabulary.index(token);
      if ((kind == Kind.TUNE || kind == Kind.RETURN) && source >= 0 && source < plan.size()) {
        allowed[token] &= PhrasePlan.isClosed(given, given.phrases().get(source));
      }
    }
  }

  /** Whether what is given lets a phrase have voices of an earlier one. */
  private boolean returns(int number, int source, List<Integer> voices) {
    return PhrasePlan.returns(given, number, source, voices);
  }

  private void restrictLength(VoicesGrammar grammar, boolean[] allowed) {
    int number = grammar.plan().size();
    if (number < plan.size()) {
      int[] wanted = SettingTokens.length(plan.get(number).sung().length());
      Constraint.keep(allowed, wanted[grammar.draftFraction() > 0 ? wanted.length - 1 : 0]);
    }
  }

  private void restrictEnding(VoicesGrammar grammar, boolean[] allowed) {
    int number = grammar.plan().size();
    if (number >= plan.size()) {
      return;
    }
    if (grammar.slot() == Slot.DEGREE && isGiven[0]) {
      Constraint.keep(allowed, VoicesVocabulary.token(Kind.DEGREE, plan.get(number).degree()));
    } else if (grammar.slot() == Slot.CADENCE && goesOn) {
      Constraint.keep(
          allowed, VoicesVocabulary.token(Kind.CADENCE, plan.get(number).cadence().index()));
    }
  }

  private void restrictNote(VoicesGrammar grammar, boolean[] allowed) {
    if (!isGiven[grammar.voice()] || grammar.phrase() >= plan.size()) {
      return;
    }
    int from = grammar.sheet().written(grammar.voice());
    SungPhrase sung = grammar.now().sung();
    int end = sung.end();
    MelodyNote sounding = null;
    for (MelodyNote note : given.voices().get(grammar.voice())) {
      if (note.end() > from) {
        if (note.onset() <= from) {
          sounding = note;
        } else {
          end = Math.min(end, note.onset());
        }
        break;
      }
    }
    List<Integer> wanted = new ArrayList<>();
    if (sounding == null) {
      wanted.add(VoicesVocabulary.token(Kind.REST));
    } else {
      wanted.add(SettingTokens.pitch(sounding.pitch()));
    }
    int steps = sounding == null ? end - from : sounding.end() - from;
    SettingTokens.duration(steps).forEach(wanted::add);
    int done = grammar.slot() == Slot.NOTE ? 0 : 1 + grammar.longs();
    Constraint.keep(allowed, wanted.get(Math.min(done, wanted.size() - 1)));
  }
}
