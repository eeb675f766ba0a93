package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.choir.Cadence;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.List;

/**
 * Plans a phrase for each chord that is asked for, in which it ends.
 *
 * @param chords the last chords of the phrases; whether they are led to is left open
 */
public record CadenceConstraint(List<Cadence> chords) implements Constraint {
  /** Shortest phrase that is left room for: four quarter notes. */
  private static final int SHORT = 4 * VoiceSetting.STEPS_PER_QUARTER;

  public CadenceConstraint {
    chords = List.copyOf(chords);
    if (chords.isEmpty() || chords.size() > VoicesVocabulary.MOST_PHRASES) {
      throw new IllegalArgumentException(
          "cadences must be 1 to %d but were %d"
              .formatted(VoicesVocabulary.MOST_PHRASES, chords.size()));
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    VoicesGrammar grammar = VoicesGrammar.ofPlan(tokens, length);
    Slot slot = grammar.slot();
    int planned = grammar.plan().size();
    if (slot.compareTo(Slot.PHRASE) < 0 || slot.compareTo(Slot.CADENCE) > 0) {
      return;
    }
    for (int token = 0; token < allowed.length; token++) {
      if (allowed[token]) {
        allowed[token] =
            suits(grammar, planned, VoicesVocabulary.kind(token), VoicesVocabulary.index(token));
      }
    }
  }

  private boolean suits(VoicesGrammar grammar, int planned, Kind kind, int index) {
    if (planned >= chords.size()) {
      return kind == Kind.PLANNED;
    }
    return switch (kind) {
      case PLANNED -> false;
      case CADENCE -> isChord(Cadence.of(index), planned);
      case RETURN -> {
        PlannedPhrase source = grammar.plan().get(planned - 1 - index);
        yield isChord(source.cadence(), planned)
            && leavesRoom(grammar, planned, source.sung().length());
      }
      case TUNE ->
          leavesRoom(grammar, planned, grammar.plan().get(planned - 1 - index).sung().length());
      case QUARTER ->
          leavesRoom(
              grammar, planned, index * VoiceSetting.STEPS_PER_QUARTER + grammar.draftFraction());
      default -> true;
    };
  }

  private boolean isChord(Cadence cadence, int number) {
    Cadence wanted = chords.get(number);
    return cadence.root() == wanted.root()
        && (wanted.third() == Cadence.Third.OPEN || cadence.third() == wanted.third());
  }

  /** Whether a phrase of a length leaves room for the others, and the last one fills the piece. */
  private boolean leavesRoom(VoicesGrammar grammar, int planned, int length) {
    int left = chords.size() - 1 - planned;
    int room = grammar.room();
    return room == Integer.MAX_VALUE
        || (left == 0
            ? room - length < VoicesGrammar.stepsPerBar(grammar.metre())
            : room - length >= left * SHORT);
  }
}
