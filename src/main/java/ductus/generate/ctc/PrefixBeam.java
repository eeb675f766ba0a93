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

  /**
   * The score by which a beam search ranks readings: log probability of the ink + {@code
   * modelWeight} · that of the character model + {@code lengthBonus} · labels.
   *
   * @param width readings that are kept from step to step
   * @param modelWeight 0 leaves the model aside
   * @param lengthBonus for each label, in nats; a model's probabilities shrink with every label
   */
  public record BeamSettings(int width, double modelWeight, double lengthBonus) {
    public BeamSettings {
      if (width < 1) {
        throw new IllegalArgumentException("beam width must be 1 or more but was " + width);
      }
      if (!(modelWeight >= 0) || Double.isInfinite(modelWeight)) {
        throw new IllegalArgumentException("model weight must be 0 or more but was " + modelWeight);
      }
      if (!Double.isFinite(lengthBonus)) {
        throw new IllegalArgumentException("length bonus must be a number but was " + lengthBonus);
      }
    }
  }

  /**
   * Says how likely a label is behind those before it.
   *
   * @param <S> what it needs to know of those before; not changed once it is made
   */
  public interface CharacterModel<S> {
    /** The state before the first label. */
    S start();

    /** The state behind a state and one more label. */
    S next(S state, int label);

    /** Log probability of a label in a state. */
    double logProbability(S state, int label);
  }

  /** The character model of a search without one: it has nothing to remember, and no opinion. */
  static final class NoCharacterModel implements CharacterModel<Boolean> {
    @Override
    public Boolean start() {
      return true;
    }

    @Override
    public Boolean next(Boolean state, int label) {
      return state;
    }

    @Override
    public double logProbability(Boolean state, int label) {
      return 0;
    }
  }

  /**
   * The labels that a sequence may stand for.
   *
   * @param logProbability of the labels, over all of their paths that the beam has seen
   * @param score that they are ranked by
   */
  public record LabelHypothesis(List<Integer> labels, double logProbability, double score) {
    public LabelHypothesis {
      labels = List.copyOf(labels);
    }
  }

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
