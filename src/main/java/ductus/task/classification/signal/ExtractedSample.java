package ductus.task.classification.signal;

import ductus.file.Sha256;
import ductus.model.signal.SignalSequence;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A thing that was seen in a file.
 *
 * @param place in the file; empty where it is all that there is
 * @param label where the file itself says it
 * @param steps without targets
 */
record ExtractedSample(String place, Optional<String> label, SignalSequence steps) {
  /** Enough to tell things apart, and short in a model's header. */
  private static final int HASH_DIGITS = 12;

  /** Hash of what is seen. */
  String hash() {
    return hash(steps);
  }

  /** Hash of what is seen, step by step. */
  static String hash(SignalSequence steps) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * steps.length() * steps.inputsPerStep());
    for (int t = 0; t < steps.length(); t++) {
      for (int k = 0; k < steps.inputsPerStep(); k++) {
        bytes.putFloat(steps.input(t, k));
      }
    }
    return Sha256.hex(bytes.array()).substring(0, HASH_DIGITS);
  }
}
