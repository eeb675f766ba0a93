package ductus.nn;

import org.ejml.data.FMatrixRMaj;

/** A named weight matrix. Compared by identity. */
public final class Parameter {
  private final String name;
  private final FMatrixRMaj value;
  private final boolean frozen;

  /** A matrix of zeros [rows×columns]. */
  public Parameter(String name, int rows, int columns) {
    this(name, rows, columns, false);
  }

  private Parameter(String name, int rows, int columns, boolean frozen) {
    this.name = name;
    this.value = new FMatrixRMaj(rows, columns);
    this.frozen = frozen;
  }

  /** A matrix of zeros that is drawn and saved as others, but that training leaves as it is. */
  public static Parameter frozen(String name, int rows, int columns) {
    return new Parameter(name, rows, columns, true);
  }

  /** The name of this parameter in the model file. */
  public String name() {
    return name;
  }

  /** The weights themselves; whoever changes them repacks the layers. */
  public FMatrixRMaj value() {
    return value;
  }

  /** Whether training leaves it as it is. */
  public boolean isFrozen() {
    return frozen;
  }

  /** Number of weights. */
  public int size() {
    return value.getNumElements();
  }
}
