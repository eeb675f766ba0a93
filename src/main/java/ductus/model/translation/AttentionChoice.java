package ductus.model.translation;

import ductus.nn.attention.content.AdditiveAttention;
import ductus.nn.attention.content.ContentAttention;
import ductus.nn.attention.content.MultiplicativeAttention;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The attention by which a decoder looks back at its source. */
public enum AttentionChoice {
  /** Additive attention: scores by a small network (Bahdanau et al. 2015). */
  ADDITIVE,
  /** Multiplicative attention: scores by a product (Luong et al. 2015). */
  MULTIPLICATIVE,
  /**
   * No attention: the decoder has to remember the source from its first state on (Sutskever et al.
   * 2014).
   */
  NONE;

  /** The name of this choice as options have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * An attention with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param hiddenSize H; the additive one has as many hidden units
   * @param size C
   */
  @Nullable ContentAttention attention(String name, int hiddenSize, int size) {
    return switch (this) {
      case ADDITIVE -> new AdditiveAttention(name, hiddenSize, size, hiddenSize);
      case MULTIPLICATIVE -> new MultiplicativeAttention(name, hiddenSize, size);
      case NONE -> null;
    };
  }

  /** Number of its weights. */
  long weights(long hiddenSize, long size) {
    return switch (this) {
      case ADDITIVE -> AdditiveAttention.weights(hiddenSize, size, hiddenSize);
      case MULTIPLICATIVE -> MultiplicativeAttention.weights(hiddenSize, size);
      case NONE -> 0;
    };
  }
}
