package ductus.generate;

import ductus.model.Encoding;
import ductus.model.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** One sequence while it is drawn. */
final class Voice {
  private final Encoding.Cursor cursor;
  private final Prompt prompt;
  private final Sampling sampling;
  private final List<Constraint> constraints;
  private final RandomGenerator random;
  private final TokenSampler sampler;
  private final float[] logits;
  private final boolean[] allowed;
  private final boolean[] before;
  private final int[] nextFeatures;
  private int[] tokens = new int[256];
  private int[] features;
  private int length;

  Voice(
      Encoding.Cursor cursor,
      int vocabularySize,
      int featureCount,
      Prompt prompt,
      Sampling sampling,
      List<Constraint> constraints,
      RandomGenerator random) {
    this.cursor = cursor;
    this.prompt = prompt;
    this.sampling = sampling;
    this.constraints = constraints;
    this.random = random;
    sampler = new TokenSampler(vocabularySize);
    logits = new float[vocabularySize];
    allowed = new boolean[vocabularySize];
    before = new boolean[vocabularySize];
    nextFeatures = new int[featureCount];
    features = new int[tokens.length * featureCount];
    cursor.features(nextFeatures);
    accept(prompt.token(0));
  }

  int length() {
    return length;
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
    restrict();
    accept(sampler.draw(logits, allowed, sampling, random));
  }

  /** A constraint that leaves nothing of what the ones before it allowed is passed over. */
  private void restrict() {
    for (Constraint constraint : constraints) {
      System.arraycopy(allowed, 0, before, 0, allowed.length);
      constraint.restrict(tokens, length, allowed);
      boolean none = true;
      for (boolean one : allowed) {
        none &= !one;
      }
      if (none) {
        System.arraycopy(before, 0, allowed, 0, before.length);
      }
    }
  }

  private void accept(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
      features = Arrays.copyOf(features, tokens.length * nextFeatures.length);
    }
    tokens[length] = token;
    System.arraycopy(nextFeatures, 0, features, length * nextFeatures.length, nextFeatures.length);
    length++;
    cursor.accept(token);
    cursor.features(nextFeatures);
  }

  Drawn drawn() {
    Sequence sequence =
        new Sequence(
            Arrays.copyOf(tokens, length),
            Arrays.copyOf(features, length * nextFeatures.length),
            nextFeatures.length);
    return new Drawn(sequence, ended());
  }
}
