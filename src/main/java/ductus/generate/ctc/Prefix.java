package ductus.generate.ctc;

import ductus.generate.ctc.PrefixBeam.BeamSettings;
import ductus.generate.ctc.PrefixBeam.CharacterModel;
import ductus.generate.ctc.PrefixBeam.LabelHypothesis;
import ductus.math.Elementary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a reading: the shorter one before it, and one label more. A beginning that was
 * in the beam once stays known to the shorter one, so that there are no two of the same labels.
 *
 * @param <S> state of the character model
 */
final class Prefix<S> {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final @Nullable Prefix<S> shorter;
  private final int label;
  private final int length;
  private final double modelLogProbability;
  private final Map<Integer, Prefix<S>> known = new HashMap<>();
  private @Nullable S state;
  private boolean inBeam;

  /** Log probabilities of all paths that end in a blank, in the last label, and in either. */
  private double blank = NEVER;

  private double labeled = NEVER;
  private double total = NEVER;

  /** Log probabilities of the paths at the next step, while they are summed up. */
  private double nextBlank = NEVER;

  private double nextLabeled = NEVER;

  /** Creates the beginning without labels, before the first time step. */
  Prefix(S state, int noLabel) {
    shorter = null;
    label = noLabel;
    length = 0;
    modelLogProbability = 0;
    this.state = state;
    inBeam = true;
    blank = 0;
    total = 0;
  }

  private Prefix(Prefix<S> shorter, int label, double modelLogProbability) {
    this.shorter = shorter;
    this.label = label;
    this.length = shorter.length + 1;
    this.modelLogProbability = modelLogProbability;
  }

  /** The beginning with one label more than this. */
  Prefix<S> longer(int next, CharacterModel<S> model) {
    Prefix<S> old = known.get(next);
    return old != null
        ? old
        : new Prefix<>(this, next, modelLogProbability + model.logProbability(state(model), next));
  }

  /** The model's state behind the last label, made when it is first wanted. */
  private S state(CharacterModel<S> model) {
    if (state == null) {
      if (shorter == null) {
        throw new IllegalStateException("the empty beginning has no state");
      }
      state = model.next(shorter.state(model), label);
    }
    return state;
  }

  boolean inBeam() {
    return inBeam;
  }

  /** Sums up the paths that go on to a step without a new label. */
  void stay(Emissions emissions, int t) {
    nextBlank = total + emissions.logProbability(t, emissions.blank());
    nextLabeled = labeled + emissions.logProbability(t, label);
  }

  /**
   * Adds the paths from the shorter beginning by the last label; where that repeats the label
   * before, only those with a blank between.
   */
  void arrive(Prefix<S> from, Emissions emissions, int t) {
    double before = label == from.label ? from.blank : from.total;
    nextLabeled = Elementary.logAdd(nextLabeled, before + emissions.logProbability(t, label));
  }

  /** Replaces the sums by those of the step. */
  void settle() {
    blank = nextBlank;
    labeled = nextLabeled;
    total = Elementary.logAdd(blank, labeled);
    nextBlank = NEVER;
    nextLabeled = NEVER;
  }

  /** Marks this beginning as kept in the beam, and makes it known to the shorter one. */
  void enter() {
    inBeam = true;
    if (shorter != null) {
      shorter.known.put(label, this);
    }
  }

  /** Marks this beginning as dropped from the beam. */
  void leave() {
    inBeam = false;
    blank = NEVER;
    labeled = NEVER;
    total = NEVER;
  }

  double score(BeamSettings settings) {
    return total + settings.modelWeight() * modelLogProbability + settings.lengthBonus() * length;
  }

  LabelHypothesis reading(BeamSettings settings) {
    Deque<Integer> labels = new ArrayDeque<>();
    Prefix<S> prefix = this;
    while (prefix.shorter != null) {
      labels.addFirst(prefix.label);
      prefix = prefix.shorter;
    }
    return new LabelHypothesis(List.copyOf(labels), total, score(settings));
  }
}
