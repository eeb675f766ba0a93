package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.Metres;
import ductus.music.choir.Cadence;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;

/**
 * Keeps the plan of new phrases from what chorales hardly ever do: a phrase of less than four
 * quarter notes, one that comes back at another place in its bar, and an end away from home.
 */
public record PhraseHabitConstraint() implements Constraint {
  private static final int SHORTEST = 4 * VoiceSetting.STEPS_PER_QUARTER;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    VoicesGrammar grammar = VoicesGrammar.ofPlan(tokens, length);
    Slot slot = grammar.slot();
    if (slot.compareTo(Slot.PHRASE) < 0 || slot.compareTo(Slot.DEGREE) > 0) {
      return;
    }
    Constraint.keep(
        allowed,
        token -> suits(grammar, VoicesVocabulary.kind(token), VoicesVocabulary.index(token)));
  }

  private static boolean suits(VoicesGrammar grammar, Kind kind, int index) {
    return switch (kind) {
      case PLANNED -> grammar.plan().get(grammar.plan().size() - 1).cadence().root() == 0;
      case METRE -> grammar.room(Metres.ALL.get(index)) >= SHORTEST;
      case NEW, PLACE, NO_FERMATA -> grammar.room() >= SHORTEST;
      case FRACTION -> grammar.room() - (index + 1) >= SHORTEST;
      case QUARTER -> index * VoiceSetting.STEPS_PER_QUARTER + grammar.draftFraction() >= SHORTEST;
      case CADENCE -> !isLast(grammar, grammar.draftLength()) || Cadence.of(index).root() == 0;
      case TUNE, RETURN -> {
        PlannedPhrase source = grammar.plan().get(grammar.plan().size() - 1 - index);
        yield source.sung().place() == grammar.draftPlace()
            && source.sung().length() >= SHORTEST
            && (source.cadence().root() == 0 || !isLast(grammar, source.sung().length()));
      }
      default -> true;
    };
  }

  /** Whether a phrase of a length is the last that the bars have room for. */
  private static boolean isLast(VoicesGrammar grammar, int length) {
    int room = grammar.room();
    return room != Integer.MAX_VALUE && room - length < VoicesGrammar.stepsPerBar(grammar.metre());
  }
}
