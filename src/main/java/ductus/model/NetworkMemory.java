package ductus.model;

import ductus.math.Strips;
import ductus.model.cell.CellConfig;

/**
 * The floats that a network needs while it is trained. All columns are in whole strips, as layers
 * keep them.
 *
 * @param weights as they stand in the file
 * @param gradients of the weights, with the strips that products leave them in
 * @param packed copies of the weights in the kernels' layout, and the products of the table
 * @param forwardPerRow what the way forward keeps of a time step of a sequence, indices included
 * @param backwardPerRow what the way back, and dropout, need beside it
 * @param perSequence what is kept once for a sequence: states and their gradients
 * @param statePerSequence the recurrent state that is carried from window to window
 * @param widestRow columns of the widest matrix over time
 */
public record NetworkMemory(
    long weights,
    long gradients,
    long packed,
    long forwardPerRow,
    long backwardPerRow,
    long perSequence,
    long statePerSequence,
    long widestRow) {
  /** The floats of a network of a shape. */
  public static NetworkMemory of(NetworkConfig config) {
    CellConfig cell = CellConfig.parse(config.cell());
    CoreConfig core = config.core();
    int hidden = config.hiddenSize();
    long units = Strips.padded(core.layerSize());
    long columns = cell.columns(hidden);
    long tokens = Strips.padded(config.vocabularySize());
    long embedding = Strips.padded(config.embeddingSize());
    long table = config.tableRows();
    boolean looksUp = InputLayer.looksUp(config.tableRows(), cell);
    int indices = 1 + config.featureCount();
    int read = core.outputSize(config.embeddingSize());

    long gradients = config.weights() + read * tokens;
    long packed = read * tokens + config.vocabularySize() * (long) Strips.padded(read);
    long forward = tokens + indices + 1;
    long backward = Strips.padded(read);
    if (looksUp) {
      gradients += table * (embedding + columns);
      packed += table * columns;
    } else {
      forward += embedding;
      backward += embedding;
    }
    if (config.skip()) {
      forward += Strips.padded(read) + (looksUp ? embedding : 0);
      backward += units + embedding;
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      int inputs = core.inputSize(layer, config.embeddingSize());
      gradients += cell.gradientRoom(inputs, hidden);
      packed += cell.packedRoom(inputs, hidden);
      forward += units + cell.floatsPerRow(hidden);
      backward += (layer == 0 ? 0 : units) + cell.backwardFloatsPerRow(hidden);
      backward += config.dropout() > 0 ? 2 * units : 0;
    }
    return new NetworkMemory(
        config.weights(),
        gradients,
        packed,
        forward,
        backward,
        config.layers() * 2L * cell.stateRoom(hidden),
        config.layers() * cell.stateSize(hidden),
        Math.max(
            Math.max(columns, tokens),
            Math.max(Strips.padded(read), Math.max(embedding, indices))));
  }
}
