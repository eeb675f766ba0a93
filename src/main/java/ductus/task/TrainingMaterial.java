package ductus.task;

import ductus.corpus.LeftOut;
import java.util.List;

/**
 * What a training run learns from, read and split.
 *
 * @param pieces to learn from
 * @param heldOut pieces to measure by
 * @param measured what is held out, for people, such as {@code sentences}
 * @param target what a loss is of, such as {@code token} or {@code pen point}
 * @param description of it all, for people, on a line
 * @param leftOut what could not be read, and why
 */
public record TrainingMaterial(
    int pieces,
    int heldOut,
    String measured,
    String target,
    String description,
    List<LeftOut> leftOut) {
  public TrainingMaterial {
    leftOut = List.copyOf(leftOut);
  }
}
