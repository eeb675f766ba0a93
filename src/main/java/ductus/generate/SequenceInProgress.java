package ductus.generate;

import ductus.generate.Generator.GeneratedSequence;
import ductus.model.Encoding;
import ductus.model.Sequence;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One sequence while it is drawn. */
final class SequenceInProgress {
  private final Encoding.Cursor cursor;
  private final Prompt prompt;
  private final Sampling sampling;
  private final Constraints constraints;
  private final RandomGenerator random;
  private final TokenSampler sampler;
  private final float[] logits;
  private final boolean[] allowed;
  private final int[] nextFeatures;
  private int[] tokens = new int[256];
  private int[] features;
  private int length;

  /** Sum of the log probabilities of the tokens that were drawn and scored, in nats. */
  private double logLikelihood;

  private int scored;

  SequenceInProgress(
      Encoding.Cursor cursor,
      int vocabularySize,
      int featureCount,
      Prompt prompt,
      Sampling sampling,
      Constraints constraints,
      RandomGenerator random) {
    this.cursor = cursor;
    this.prompt = prompt;
    this.sampling = sampling;
    this.constraints = constraints;
    this.random = random;
    sampler = new TokenSampler(vocabularySize);
    logits = new float[vocabularySize];
    allowed = new boolean[vocabularySize];
    nextFeatures = new int[featureCount];
    features = new int[tokens.length * featureCount];
    cursor.features(nextFeatures);
    accept(prompt.token(0));
  }

  /** Creates another voice with the sequence so far, to be gone on with another way. */
  SequenceInProgress branch(Encoding.Cursor fresh, RandomGenerator other) {
    SequenceInProgress branch =
        new SequenceInProgress(
            fresh, logits.length, nextFeatures.length, prompt, sampling, constraints, other);
    // Its first token it took from the prompt; the features of the others are known.
    for (int t = 1; t < length; t++) {
      branch.cursor.accept(tokens[t]);
    }
    branch.tokens = tokens.clone();
    branch.features = features.clone();
    branch.length = length;
    branch.cursor.features(branch.nextFeatures);
    branch.logLikelihood = logLikelihood;
    branch.scored = scored;
    return branch;
  }

  int length() {
    return length;
  }

  /** Mean log likelihood of the tokens that were drawn and scored, in nats; 0 where none was. */
  double meanLogLikelihood() {
    return scored == 0 ? 0 : logLikelihood / scored;
  }

  boolean ended() {
    return cursor.ended();
  }

  /** Writes the network's input: the last token, and the side features of the next. */
  void inputs(int[] into, int offset, int vocabularySize) {
    into[offset] = tokens[length - 1];
    for (int f = 0; f < nextFeatures.length; f++) {
      into[offset + 1 + f] =
          nextFeatures[f] == Sequence.NONE ? Sequence.NONE : vocabularySize + nextFeatures[f];
    }
  }

  /** Takes the next token from the prompt, or draws it and counts its likelihood. */
  void drawAndScore(float[] rows, int offset) {
    boolean given = prompt.token(length) != Prompt.OPEN;
    draw(rows, offset);
    if (!given) {
      logLikelihood += rows[offset + tokens[length - 1]] - logSum(rows, offset, logits.length);
      scored++;
    }
  }

  private static double logSum(float[] rows, int offset, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, rows[offset + i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += StrictMath.exp(rows[offset + i] - largest);
    }
    return largest + StrictMath.log(sum);
  }

  /** Takes the next token from the prompt, or draws it. */
  void draw(float[] rows, int offset) {
    int given = prompt.token(length);
    if (given != Prompt.OPEN) {
      accept(given);
      return;
    }
    System.arraycopy(rows, offset, logits, 0, logits.length);
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] = cursor.allows(token);
    }
    constraints.restrict(tokens, length, allowed);
    accept(draw());
  }

  /** Draws a token, again until all constraints accept it. */
  private int draw() {
    int first = sampler.draw(logits, allowed, sampling, random);
    int token = first;
    while (!accepted(token)) {
      allowed[token] = false;
      if (!anyPossible()) {
        return first;
      }
      token = sampler.draw(logits, allowed, sampling, random);
    }
    return token;
  }

  private boolean accepted(int token) {
    makeRoom();
    tokens[length] = token;
    return constraints.accept(tokens, length + 1);
  }

  private boolean anyPossible() {
    for (int token = 0; token < allowed.length; token++) {
      if (allowed[token] && logits[token] != Float.NEGATIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }

  private void makeRoom() {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
      features = Arrays.copyOf(features, tokens.length * nextFeatures.length);
    }
  }

  private void accept(int token) {
    makeRoom();
    tokens[length] = token;
    System.arraycopy(nextFeatures, 0, features, length * nextFeatures.length, nextFeatures.length);
    length++;
    cursor.accept(token);
    cursor.features(nextFeatures);
  }

  GeneratedSequence drawn() {
    Sequence sequence =
        new Sequence(
            Arrays.copyOf(tokens, length),
            Arrays.copyOf(features, length * nextFeatures.length),
            nextFeatures.length);
    return new GeneratedSequence(sequence, ended());
  }
}
