package ductus.task.classification;

import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;

/**
 * A model that classifies, found and opened.
 *
 * @param found where it lies
 * @param header what it says of itself
 * @param network with its weights
 */
public record OpenedClassifier<T>(
    FoundModel found, ModelHeader<?> header, ClassNetwork<T> network) {}
