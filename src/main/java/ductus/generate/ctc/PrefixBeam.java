package ductus.generate.ctc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches for the labels that a sequence stands for: keeps the best beginnings from time step to
 * time step, each with the probability of all its paths, those that end in a blank apart (Graves
 * and Jaitly 2014, algorithm 1; Hannun et al. 2014). A character model may have its say wherever a
 * label is put on.
 *
 * @param <S> state of the character model
 */
public final class PrefixBeam<S> {
  /**
   * Least log probability of a label that is looked at in a step: log of a third of a millionth.
   */
  private static final double LEAST = -15;

  private final BeamSettings settings;
  private final CharacterModel<S> model;

  /** Creates a search that asks a character model. */
  public PrefixBeam(BeamSettings settings, CharacterModel<S> model) {
    this.settings = settings;
    this.model = model;
  }

  /** Creates a search by the ink alone. */
  public static PrefixBeam<?> withoutModel(int width) {
    return new PrefixBeam<>(new BeamSettings(width, 0, 0), new NoCharacterModel());
  }

  /**
   * Searches for the best readings of a sequence.
   *
   * @return the readings that are left in the end, best first; at least one
   */
  public List<LabelHypothesis> search(Emissions emissions) {
    List<Prefix<S>> beam = List.of(new Prefix<>(model.start(), emissions.blank()));
    for (int t = 0; t < emissions.steps(); t++) {
      beam = best(advance(beam, emissions, t));
    }
    return beam.stream().map(prefix -> prefix.reading(settings)).toList();
  }

  /** All beginnings that those in the beam can become at a step, with their probabilities there. */
  private List<Prefix<S>> advance(List<Prefix<S>> beam, Emissions emissions, int t) {
    List<Prefix<S>> candidates = new ArrayList<>(beam);
    beam.forEach(prefix -> prefix.stay(emissions, t));
    for (int label = 0; label < emissions.labelCount(); label++) {
      if (emissions.logProbability(t, label) >= LEAST) {
        for (Prefix<S> prefix : beam) {
          Prefix<S> longer = prefix.longer(label, model);
          if (!longer.inBeam()) {
            candidates.add(longer);
          }
          longer.arrive(prefix, emissions, t);
        }
      }
    }
    candidates.forEach(Prefix::settle);
    return candidates;
  }

  /** The beginnings with the highest scores, best first; of equal ones the earlier. */
  private List<Prefix<S>> best(List<Prefix<S>> candidates) {
    candidates.sort(Comparator.comparingDouble((Prefix<S> prefix) -> -prefix.score(settings)));
    int kept = Math.min(settings.width(), candidates.size());
    candidates.subList(kept, candidates.size()).forEach(Prefix::leave);
    List<Prefix<S>> beam = candidates.subList(0, kept);
    beam.forEach(Prefix::enter);
    return beam;
  }
}
