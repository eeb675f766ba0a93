package ductus.bench.djl;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import ductus.bench.contender.Setting;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Embedding → recurrent layers → linear: tokens [T×B] and state in, logits [T×B×V] and state out.
 */
final class LanguageModel extends AbstractBlock {
  private final Setting setting;
  private final Block embedding;
  private final Block recurrent;
  private final Block linear;

  LanguageModel(Setting setting, String cell) {
    this.setting = setting;
    embedding =
        addChildBlock(
            "embedding",
            new TrainableWordEmbedding(
                new DefaultVocabulary(
                    IntStream.range(0, setting.vocabulary()).mapToObj(String::valueOf).toList()),
                setting.embedding()));
    recurrent = addChildBlock("recurrent", recurrent(setting, cell));
    linear = addChildBlock("linear", Linear.builder().setUnits(setting.vocabulary()).build());
  }

  private static Block recurrent(Setting setting, String cell) {
    return switch (cell) {
      case "lstm" -> sized(LSTM.builder(), setting).build();
      case "gru" -> sized(GRU.builder(), setting).build();
      case "elman" -> sized(RNN.builder().setActivation(RNN.Activation.TANH), setting).build();
      default -> throw new IllegalArgumentException("DJL has no cell " + cell);
    };
  }

  private static <B extends RecurrentBlock.BaseBuilder<B>> B sized(B layers, Setting setting) {
    return layers
        .setStateSize(setting.hidden())
        .setNumLayers(setting.layers())
        .optBatchFirst(false)
        .optReturnState(true);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    long time = inputs[0].get(0);
    long batch = inputs[0].get(1);
    embedding.initialize(manager, type, inputs);
    recurrent.initialize(manager, type, new Shape(time, batch, setting.embedding()));
    linear.initialize(manager, type, new Shape(time, batch, setting.hidden()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {inputs[0].add(setting.vocabulary())};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDArray vectors =
        embedding.forward(parameters, new NDList(inputs.head()), training).singletonOrThrow();
    NDList outputs =
        recurrent.forward(parameters, new NDList(vectors).addAll(inputs.subNDList(1)), training);
    return linear
        .forward(parameters, new NDList(outputs.head()), training)
        .addAll(outputs.subNDList(1));
  }
}
