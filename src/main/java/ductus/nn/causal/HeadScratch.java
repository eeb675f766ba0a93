package ductus.nn.causal;

import ductus.math.PackedWeights;
import ductus.math.Products;
import ductus.math.Products.GradientProduct;
import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * One thread's room for an attention head's work on a block of Q questions of one sequence, over
 * the U = P + Q keys that any of them may see. A question sees the key of its own step and those of
 * P steps before. Keys behind the last step are zeros.
 */
final class HeadScratch {
  private final AttentionShape shape;
  private final int size;
  private final int seen;
  private final FMatrixRMaj questions;
  private final FMatrixRMaj answers;
  private final FMatrixRMaj keys;
  private final FMatrixRMaj values;

  /** Gradient of the weights, then of the scores [Q×U]. */
  private final FMatrixRMaj dScores;

  private final FMatrixRMaj dQuestions;
  private final FMatrixRMaj dKeys;
  private final FMatrixRMaj dValues;
  private final PackedWeights packedKeys;
  private final PackedWeights transposedKeys;
  private final PackedWeights packedValues;
  private final PackedWeights transposedValues;
  private final RowProduct scoring;
  private final RowProduct answering;
  private final RowProduct toWeights;
  private final RowProduct toQuestions;
  private final GradientProduct toKeys;
  private final GradientProduct toValues;

  /**
   * Room for blocks.
   *
   * @param size columns of a head, D
   * @param block Q
   * @param weights of all questions, in whole strips of U columns
   */
  HeadScratch(AttentionShape shape, int size, int block, FMatrixRMaj weights) {
    this.shape = shape;
    this.size = size;
    seen = seen(shape, block);
    int padded = Strips.padded(size);
    questions = new FMatrixRMaj(block, padded);
    answers = new FMatrixRMaj(block, padded);
    keys = new FMatrixRMaj(seen, size);
    values = new FMatrixRMaj(seen, size);
    dScores = new FMatrixRMaj(block, Strips.padded(seen));
    dQuestions = new FMatrixRMaj(block, padded);
    dKeys = new FMatrixRMaj(seen, padded);
    dValues = new FMatrixRMaj(seen, padded);
    packedKeys = new PackedWeights(seen, size);
    transposedKeys = new PackedWeights(size, seen);
    packedValues = new PackedWeights(seen, size);
    transposedValues = new PackedWeights(size, seen);
    scoring = new RowProduct(questions, transposedKeys, weights);
    answering = new RowProduct(weights, packedValues, answers);
    toWeights = new RowProduct(answers, transposedValues, dScores);
    toQuestions = new RowProduct(dScores, packedKeys, dQuestions);
    toKeys = new GradientProduct(dScores, questions, dKeys);
    toValues = new GradientProduct(weights, answers, dValues);
  }

  /** Keys that a block of questions may see, U. */
  static int seen(AttentionShape shape, int block) {
    return shape.past() + block;
  }

  /** Questions q [Q×D] in whole strips, to be written. */
  FMatrixRMaj questions() {
    return questions;
  }

  /** Answers [Q×D] in whole strips; on the way back their gradients, to be written. */
  FMatrixRMaj answers() {
    return answers;
  }

  /** Keys k [U×D], to be written. */
  FMatrixRMaj keys() {
    return keys;
  }

  /** Values v [U×D], to be written. */
  FMatrixRMaj values() {
    return values;
  }

  /** The gradients of questions [Q×D] in whole strips. */
  FMatrixRMaj dQuestions() {
    return dQuestions;
  }

  /** The gradients of keys [U×D] in whole strips. */
  FMatrixRMaj dKeys() {
    return dKeys;
  }

  /** The gradients of values [U×D] in whole strips. */
  FMatrixRMaj dValues() {
    return dValues;
  }

  /** Makes the keys and values behind the last step zeros. */
  void clearBehind(int rows) {
    Arrays.fill(keys.data, rows * size, seen * size, 0);
    Arrays.fill(values.data, rows * size, seen * size, 0);
  }

  /**
   * Computes weights and answers.
   *
   * @param slope of the head
   * @param count questions, Q at most
   * @param row of the weights at which they begin
   * @param oldest first key that there is
   */
  void answer(Products products, double slope, int count, int row, int oldest) {
    transposedKeys.packTransposed(keys, 0, transposedKeys.strips());
    packedValues.pack(values, 0, packedValues.strips());
    products.multiply(scoring, 0, row, count, 0, transposedKeys.strips());
    for (int i = 0; i < count; i++) {
      HeadWeights.normalize(
          scoring.output(), row + i, Math.max(i, oldest), i + shape.past(), size, slope);
    }
    products.multiply(answering, row, 0, count, 0, packedValues.strips());
  }

  /** Goes back from the gradients of the answers to those of questions, keys and values. */
  void goBack(Products products, int count, int row) {
    packedKeys.pack(keys, 0, packedKeys.strips());
    transposedValues.packTransposed(values, 0, transposedValues.strips());
    products.multiply(toWeights, 0, 0, count, 0, transposedValues.strips());
    HeadWeights.backThroughSoftmax(scoring.output(), row, dScores, count, size);
    products.multiply(toQuestions, 0, 0, count, 0, packedKeys.strips());
    dKeys.zero();
    products.addTransposed(toKeys, 0, 0, count, 0, packedKeys.strips());
    dValues.zero();
    products.addTransposed(toValues, row, 0, count, 0, packedValues.strips());
  }
}
