package ductus.bench.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ductus.bench.contender.Contender;
import ductus.bench.contender.Setting;
import ductus.bench.contender.TokenDraw;
import ductus.bench.contender.Turns;
import ductus.bench.contender.Workload;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** DJL's side: its blocks, its trainer, PyTorch's native code below. */
public final class DjlContender implements Contender {
  private final Setting setting;
  private final Loss loss = new SoftmaxCrossEntropyLoss();
  private final Trainer trainer;
  private final List<Parameter> parameters;
  private final SplittableRandom random = new SplittableRandom(1);
  private NDList state = new NDList();

  private DjlContender(Workload workload) {
    setting = workload.setting();
    Device[] processor = {Device.cpu()};
    Model model = Model.newInstance("bench", processor[0]);
    model.setBlock(new LanguageModel(setting, workload.cell()));
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(loss)
                .optDevices(processor)
                .optOptimizer(
                    Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed((float) LEARNING_RATE))
                        .build()));
    trainer.initialize(new Shape(setting.time(), setting.batch()));
    parameters = model.getBlock().getParameters().values();
  }

  /** Takes turns. */
  public static void main(String[] arguments) throws IOException {
    Turns.take(arguments, DjlContender::new);
  }

  @Override
  public double train(int[][] windows) {
    try (NDManager pass = trainer.getManager().newSubManager()) {
      NDArray nats;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDArray logits =
            trainer
                .forward(new NDList(tokens(windows, 0, pass)))
                .head()
                .reshape(setting.tokens(), setting.vocabulary());
        NDArray targets = tokens(windows, 1, pass).reshape(setting.tokens(), 1);
        nats = loss.evaluate(new NDList(targets), new NDList(logits));
        collector.backward(nats);
      }
      clip(pass);
      trainer.step();
      return nats.getFloat();
    }
  }

  /** Tokens [T×B], of the step itself or {@code ahead}. */
  private NDArray tokens(int[][] windows, int ahead, NDManager pass) {
    long[] tokens = new long[setting.tokens()];
    for (int t = 0; t < setting.time(); t++) {
      for (int b = 0; b < setting.batch(); b++) {
        tokens[t * setting.batch() + b] = windows[b][t + ahead];
      }
    }
    return pass.create(tokens, new Shape(setting.time(), setting.batch()));
  }

  private void clip(NDManager pass) {
    NDArray squares = pass.create(0f);
    for (Parameter parameter : parameters) {
      NDArray gradient = parameter.getArray().getGradient();
      gradient.attach(pass);
      squares.addi(gradient.square().sum());
    }
    double norm = Math.sqrt(squares.getFloat());
    if (norm > CLIP_NORM) {
      for (Parameter parameter : parameters) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(pass);
        gradient.muli(CLIP_NORM / norm);
      }
    }
  }

  @Override
  public int generate(int token) {
    try (NDManager pass = trainer.getManager().newSubManager()) {
      NDArray input = pass.create(new long[] {token}, new Shape(1, 1));
      NDList outputs = trainer.evaluate(new NDList(input).addAll(state));
      float[] probabilities =
          outputs.head().reshape(setting.vocabulary()).softmax(0).toFloatArray();
      state.close();
      state = outputs.subNDList(1);
      state.detach();
      return TokenDraw.of(probabilities, random);
    }
  }
}
