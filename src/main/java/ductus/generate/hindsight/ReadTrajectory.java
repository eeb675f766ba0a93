package ductus.generate.hindsight;

import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenNetworkConfig;
import ductus.nn.head.Mixture;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.List;

/** A trail as a network read it: a step for each point, before which it said what may come. */
public final class ReadTrajectory implements HiddenStateTrace {
  private final PenNetworkConfig config;
  private final float[][] outputs;
  private final float[][] attention;
  private final List<RecurrentActivations> layers;
  private final int primed;

  /**
   * Creates a trail; takes the arrays over.
   *
   * @param outputs raw outputs of the head [T×(1+6M)]
   * @param attention window on the text's characters and its end [T×(U+1)]
   * @param layers what they did, in the primer's steps too
   * @param primed steps of the primer
   */
  ReadTrajectory(
      PenNetworkConfig config,
      float[][] outputs,
      float[][] attention,
      List<RecurrentActivations> layers,
      int primed) {
    this.config = config;
    this.outputs = outputs;
    this.attention = attention;
    this.layers = layers;
    this.primed = primed;
  }

  @Override
  public int steps() {
    return outputs.length;
  }

  /** The mixture from which a point was drawn plainly: its scaled offset and the pen. */
  public Mixture mixture(int step) {
    Mixture mixture = new Mixture(config.mixtures());
    mixture.read(outputs[step], 0);
    return mixture;
  }

  /** The scale of the mixtures' offsets. */
  public OffsetScale scale() {
    return config.scale();
  }

  /** Number of characters of the text, with the end behind them. */
  public int characters() {
    return attention[0].length;
  }

  /** Weight of a character in the window on the text when a point was predicted. */
  public float attention(int step, int character) {
    return attention[step][character];
  }

  @Override
  public int layers() {
    return layers.size();
  }

  @Override
  public int units(int layer) {
    return layers.get(layer).units();
  }

  @Override
  public double[] course(int layer, int unit) {
    double[] course = new double[steps()];
    for (int step = 0; step < course.length; step++) {
      course[step] = layers.get(layer).hidden(primed + step, unit);
    }
    return course;
  }
}
