package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.Metres;
import ductus.music.choir.Cadence;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;

/**
 * Keeps the plan of new phrases from what chorales hardly ever do: a phrase of less than four
 * quarter notes, one that comes back at another place in its bar, a soprano that ends a phrase off
 * its chord, and an end away from home.
 */
public record PhraseHabitConstraint() implements Constraint {
  private static final int SHORTEST = 4 * VoiceSetting.STEPS_PER_QUARTER;
  private static final int OCTAVE = 12;
  private static final int FIFTH = 7;
  private static final int MINOR_THIRD = 3;
  private static final int MAJOR_THIRD = 4;

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
      case CADENCE ->
          (!isLast(grammar, grammar.draftLength()) || isClose(Cadence.of(index)))
              && (grammar.draftSource() < 0
                  || belongs(
                      grammar.plan().get(grammar.draftSource()).degree(), Cadence.of(index)));
      case DEGREE -> belongs(index, Cadence.of(grammar.draftCadence()));
      case TUNE, RETURN -> {
        PlannedPhrase source = grammar.plan().get(grammar.plan().size() - 1 - index);
        yield source.sung().place() == grammar.draftPlace()
            && source.sung().length() >= SHORTEST
            && (!isLast(grammar, source.sung().length()) || isClose(source.cadence()));
      }
      default -> true;
    };
  }

  /** Whether it is led to the keynote's chord. */
  private static boolean isClose(Cadence cadence) {
    return cadence.root() == 0 && cadence.led() && cadence.third() != Cadence.Third.OPEN;
  }

  /** Whether the soprano's last note, in semitones above the keynote, is of the last chord. */
  private static boolean belongs(int degree, Cadence cadence) {
    int above = Math.floorMod(degree - cadence.root(), OCTAVE);
    return degree != OCTAVE
        && switch (above) {
          case 0, FIFTH -> true;
          case MINOR_THIRD -> cadence.third() == Cadence.Third.MINOR;
          case MAJOR_THIRD -> cadence.third() == Cadence.Third.MAJOR;
          default -> false;
        };
  }

  /** Whether a phrase of a length is the last that the bars have room for. */
  private static boolean isLast(VoicesGrammar grammar, int length) {
    int room = grammar.room();
    return room != Integer.MAX_VALUE && room - length < VoicesGrammar.stepsPerBar(grammar.metre());
  }
}
