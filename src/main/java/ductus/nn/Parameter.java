package ductus.nn;

import org.ejml.data.FMatrixRMaj;

/** A named weight matrix. Compared by identity. */
public final class Parameter {
  private final String name;
  private final FMatrixRMaj value;

  /** A matrix of zeros [rows×columns]. */
  public Parameter(String name, int rows, int columns) {
    this.name = name;
    this.value = new FMatrixRMaj(rows, columns);
  }

  /** Its name in the model file. */
  public String name() {
    return name;
  }

  /** The weights themselves; whoever changes them repacks the layers. */
  public FMatrixRMaj value() {
    return value;
  }

  /** Number of weights. */
  public int size() {
    return value.getNumElements();
  }
}
