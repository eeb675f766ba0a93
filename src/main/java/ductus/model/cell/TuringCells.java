package ductus.model.cell;

import ductus.math.Strips;
import ductus.nn.attention.Attention;
import ductus.nn.memory.MemoryShape;
import ductus.nn.memory.NeuralMemory;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.LstmCell;
import java.util.Optional;

/**
 * Cells of a neural Turing machine: an LSTM with a memory to write into and read from. Options are
 * the {@code slots} of the memory, their {@code width}, and its {@code heads}, as many of each
 * kind.
 *
 * @param shape of the memory
 */
public record TuringCells(MemoryShape shape) implements GatedCells {
  static final String WORD = "ntm";
  static final String OPTIONS = "+slots-N, +width-N and +heads-N";

  private static final MemoryShape USUAL = MemoryShape.USUAL;

  static TuringCells read(CellWords words) {
    int slots = words.number("slots", USUAL.slots(), Integer::valueOf);
    int width = words.number("width", USUAL.width(), Integer::valueOf);
    int heads = words.number("heads", USUAL.readHeads(), Integer::valueOf);
    return new TuringCells(new MemoryShape(slots, width, heads, heads));
  }

  @Override
  public String toString() {
    return WORD
        + CellWords.written("slots", shape.slots(), USUAL.slots())
        + CellWords.written("width", shape.width(), USUAL.width())
        + CellWords.written("heads", shape.readHeads(), USUAL.readHeads());
  }

  @Override
  public String kind() {
    return WORD;
  }

  @Override
  public int gates() {
    return 4;
  }

  /** Hidden and cell state. */
  @Override
  public int states() {
    return 2;
  }

  @Override
  public Optional<MemoryShape> memory() {
    return Optional.of(shape);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new LstmCell(hiddenSize);
  }

  @Override
  public Attention attention(String name, int hiddenSize) {
    return new NeuralMemory(name, hiddenSize, shape);
  }

  /** The weights from what was read to the gates, and from the units to what steers the heads. */
  @Override
  public long ownWeights(long units) {
    return inputWeights(shape.readSize(), units) + (units + 1) * shape.steeringSize();
  }

  @Override
  public long floatsPerRow(int hiddenSize) {
    return columns(hiddenSize) + 2L * Strips.padded(hiddenSize) + shape.floatsPerRow();
  }

  @Override
  public long stateSize(int hiddenSize) {
    return GatedCells.super.stateSize(hiddenSize) + shape.readSize() + shape.stateSize();
  }

  @Override
  public long stateRoom(int hiddenSize) {
    return GatedCells.super.stateRoom(hiddenSize)
        + Strips.padded(shape.readSize())
        + Strips.padded(shape.stateSize());
  }
}
