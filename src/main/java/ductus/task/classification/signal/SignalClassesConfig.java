package ductus.task.classification.signal;

import ductus.model.signal.SignalConfig;
import ductus.model.signal.Target;
import java.util.HashSet;
import java.util.List;

/**
 * The shape of a network that classifies rows of numbers, and what its numbers mean.
 *
 * @param labels of the classes, each once
 * @param network that says one of as many classes at the last step
 */
public record SignalClassesConfig(List<String> labels, SignalConfig network) {
  public SignalClassesConfig {
    if (labels == null || network == null) {
      throw new IllegalArgumentException("a network of classes must have labels and network");
    }
    labels = List.copyOf(labels);
    if (network.target() != Target.CLASSES
        || network.outputs() != labels.size()
        || new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException(
          "labels must be %d different classes but were %s".formatted(network.outputs(), labels));
    }
  }
}
