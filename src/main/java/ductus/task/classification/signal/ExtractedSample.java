package ductus.task.classification.signal;

import ductus.file.Sha256;
import ductus.model.signal.SignalSequence;
import java.util.Optional;

/**
 * A thing that was seen in a file.
 *
 * @param place in the file; empty where it is all that there is
 * @param label where the file itself says it
 * @param steps without targets
 */
record ExtractedSample(String place, Optional<String> label, SignalSequence steps) {
  /** Hash of what is seen. */
  String hash() {
    return hash(steps);
  }

  /** Hash of what is seen, step by step. */
  static String hash(SignalSequence steps) {
    return Sha256.brief(steps.inputs());
  }
}
