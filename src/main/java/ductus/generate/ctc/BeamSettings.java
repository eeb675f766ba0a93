package ductus.generate.ctc;

/**
 * The score by which a beam search ranks readings: log probability of the ink + {@code modelWeight}
 * · that of the character model + {@code lengthBonus} · labels.
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
