package ductus.model.translation;

/** Sources side by side, which an encoder reads and a decoder writes about. */
public interface SourceBatch {
  /** Sources B. */
  int size();

  /** Steps that the encoder makes of each, which the decoder looks back at [B]; not a copy. */
  int[] lengths();
}
