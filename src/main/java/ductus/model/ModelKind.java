package ductus.model;

import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of model: what a file of it holds.
 *
 * @param <C> kind of the network's shape
 * @param <N> kind of network
 */
public final class ModelKind<C, N extends Trainable> {
  private final List<String> encodings;
  private final Class<C> config;
  private final ToLongFunction<C> weights;
  private final Function<C, N> making;

  /**
   * A kind.
   *
   * @param encodings names of the encodings that its models are trained on
   * @param weights number of weights of a network of a shape
   * @param making makes a network of a shape
   */
  public ModelKind(
      List<String> encodings, Class<C> config, ToLongFunction<C> weights, Function<C, N> making) {
    this.encodings = List.copyOf(encodings);
    this.config = config;
    this.weights = weights;
    this.making = making;
  }

  /** The kind of things that the models are of, for people. */
  String name() {
    return String.join(" or ", encodings);
  }

  /** Whether its models are trained on an encoding. */
  boolean has(String encoding) {
    return encodings.contains(encoding);
  }

  /** Type of {@code ModelHeader<C>}, for Gson. */
  @SuppressWarnings("unchecked")
  TypeToken<ModelHeader<C>> headerType() {
    return (TypeToken<ModelHeader<C>>) TypeToken.getParameterized(ModelHeader.class, config);
  }

  /** Number of weights that a network of a shape has. */
  long weights(C shape) {
    return weights.applyAsLong(shape);
  }

  /** A network of a shape with zero weights. */
  N network(C shape) {
    return making.apply(shape);
  }
}
