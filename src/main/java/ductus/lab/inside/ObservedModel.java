package ductus.lab.inside;

import ductus.analysis.unit.ReadPiece;
import ductus.math.Workers;
import java.util.List;
import java.util.random.RandomGenerator;

/** A trained model, and pieces that it is looked at on. */
interface ObservedModel {
  /**
   * Pieces that units are chosen on.
   *
   * @param count of them at most
   */
  List<ReadPiece> practice(int count, RandomGenerator random, Workers workers);

  /** Pieces that the model was not trained on; the first is the one that is drawn. */
  List<ReadPiece> heldOut(Workers workers);
}
